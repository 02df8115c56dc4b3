import { expect, test } from "vitest";
import { confineSelector } from "../../../src/page/styles/confine-selector.ts";

const g = ":where(:scope, :scope *)";

test.each([
  "p",
  '.a, #b:hover, [title="x > y"]',
  ":scope .x > p",
  ":scope.dark:not(.x) ~ p",
  "&:hover",
  ":is(.a, .b):not(.c)",
  "p:nth-child(2n+1)::before",
  "li:nth-of-type(2n + 1)",
  "x-y::part(a b)",
  "p:has(.a)",
  ".a\\,b",
  `.x${g} .y`,
  "p:lang(en, de)",
])("leaves what begins inside: %s", (selector) => {
  expect(confineSelector(selector, ":scope")).toBe(selector);
});

test.each([
  ["main p", `main${g} p`],
  ["main > p, .a", `main${g} > p, .a`],
  ["main:has(form) .x", `main:has(form)${g} .x`],
  [".x:is(main *)", `.x:is(main${g} *)`],
  [".x:not(:not(main *))", `.x:not(:not(main${g} *))`],
  [":scope:has(~ form input) p", `:scope:has(~ form${g} input) p`],
  [":scope:has(+ form) p", `:scope:has(+ form${g}) p`],
  ["p:has(> .a .b)", `p:has(> .a${g} .b)`],
  [":scope:nth-last-child(n+2 of :scope, :has(form)) p", `:scope:nth-last-child(n+2 of :scope, :has(form)${g}) p`],
  ["main .x::before", `main${g} .x::before`],
  [".out &", `.out${g} &`],
  ["& .x, &.y", `&${g} .x, &.y`],
  [":not(&) p", `:not(&)${g} p`],
  [".a\\:scope p", `.a\\:scope${g} p`],
  ['[title=":scope"] p', `[title=":scope"]${g} p`],
  [".\\& p", `.\\&${g} p`],
  ["#a\\ b", "#a\\ b"],
  [`main${g}.x p`, `main${g}.x${g} p`],
])("has %s begin inside", (selector, confined) => {
  expect(confineSelector(selector, ":scope")).toBe(confined);
  expect(confineSelector(confined, ":scope")).toBe(confined);
});

test("the root of a scope that a sheet makes is another", () => {
  expect(confineSelector('p b, [data-x="1"] p, :scope p', '[data-x="1"]')).toBe(
    'p:where([data-x="1"], [data-x="1"] *) b, [data-x="1"] p, :scope:where([data-x="1"], [data-x="1"] *) p',
  );
});

// What is in the page around an app cannot be told by the app's style sheets: a rule that holds only where there is something would tell it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestSite, type TestSite } from "../harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** The colour of a text of the app, in a page with fields before, behind and around it. */
async function color(css: string): Promise<string> {
  const nodes = [["section", { class: "outer" }, ["p", { class: "x" }, ["b", {}, "x"]]]] as never;
  const handle = await site.open(
    { pages: { home: { nodes, isStatic: true, styles: ["assets/x.css"] } }, files: { "assets/x.css": css } },
    { isMounted: false },
  );
  expect(handle.complaints).toEqual({ errors: [], violations: [] });
  return handle.page.evaluate(async () => {
    const app = document.querySelector("#app") as HTMLElement;
    const main = document.createElement("main");
    main.dataset["token"] = "secret";
    const [before, after] = [document.createElement("form"), document.createElement("form")];
    for (const form of [before, after]) {
      const field = form.appendChild(document.createElement("input"));
      field.setAttribute("value", "secret");
      field.className = "theirs";
    }
    app.before(main);
    main.append(before, app, after);
    await testbed.mount();
    return getComputedStyle(app.querySelector("p") as Element).color;
  });
}

const told = "color: rgb(1, 2, 3)";

test.each([
  "main .x",
  "[data-token^=s] .x",
  "main:has([value^=s]) .x",
  ".x:is(main:has([value^=s]) *)",
  ".x:where(main .outer > *)",
  ".x:-webkit-any(main *)",
  ".x:not(:not(main *))",
  ".x:not(:where(:not(main:has([value^=s]) *)))",
  ".outer:has(.x:is(main *)) .x",
  "form ~ * .x",
  ":is(form ~ *) .x",
  ":scope:has(~ form [value^=s]) .x",
  ":root:has(+ form) .x",
  "body:has( ~ * ) .x",
  ".x:is(:scope:has(+ form) *)",
  ":is(:scope, .y):has(~ form) .x",
  ":scope:nth-last-child(n + 2 of :scope, :has([value^=s])) .x",
  ":scope:nth-child(n+2 OF :scope, form) .x",
  ":scope:nth-child(n+2 \\6f f :scope, form) .x",
  ".x:is(main/**/ *)",
  ".x:is(m\\61 in *)",
  ".x:is([title='x\\'),y'], main *)",
])("by no selector: %s", async (selector) => {
  expect(await color(`${selector} { ${told} }`)).toBe("rgb(0, 0, 0)");
});

test.each([
  `main:has([value^=s]) { .x { ${told} } }`,
  `main:has([value^=s]) { & .x { ${told} } }`,
  `main { @media all { :is(& *).x { ${told} } } }`,
  `.x { main & { ${told} } }`,
  `.x { &:is(main *) { ${told} } }`,
  `:scope { &:has(~ form) .x { ${told} } }`,
  `.outer { &:is(main *) { .x { ${told} } } }`,
  `@scope (main .x) { :scope { ${told} } }`,
  `@scope (.x:is(main *)) { :scope { ${told} } }`,
  `@scope (.x:is(main:not([title="("]) *)) { :scope { ${told} } }`,
  `@scope (.outer:is(:is(:is(:is(main *))))) { .x { ${told} } }`,
  `@scope (.outer) { @scope (.x:is(main *)) { :scope { ${told} } } }`,
  `main { @media all { @scope (& .x) { :scope { ${told} } } } }`,
  `main { @scope (& .x) { :scope { ${told} } } }`,
  `@scope (.outer) { .x:is(main *) { ${told} } }`,
  `@scope (.outer) { :scope:is(main > * > *) .x { ${told} } }`,
  // Where the limit is reached, the second rule does not hold.
  `.x { ${told} } @scope (.outer) to (main .x) { .x { color: rgb(0, 0, 0) } }`,
  `@layer a { @supports (color: red) { .x:is(main *) { ${told} } } }`,
])("nor by nested rules and scopes: %s", async (css) => {
  expect(await color(css)).toBe("rgb(0, 0, 0)");
});

test.each([
  ".outer .x",
  "section.outer > .x",
  ":root .x",
  "body > .outer .x",
  ".outer:has(> .x b) p",
  ".x:is(.outer *)",
  ".x:not(.nothing *)",
  ".x:nth-child(1 of .outer > .x)",
  ":is(.outer, .nothing) > p:first-child",
  "#app .x",
  "div > section > p",
])("what is inside is told: %s", async (selector) => {
  expect(await color(`${selector} { ${told} }`)).toBe("rgb(1, 2, 3)");
});

test.each([
  `.outer { .x { ${told} } }`,
  `.outer { & > .x { ${told} } }`,
  `.x { .outer & { ${told} } }`,
  `.x { color: red; @media all { ${told} } }`,
  `@scope (.outer) to (b) { p { ${told} } }`,
  `@scope (:scope > .outer) to (.x > b) { p { ${told} } }`,
  `@scope (body > .outer) { :scope > p { ${told} } }`,
])("also by nested rules and scopes: %s", async (css) => {
  expect(await color(css)).toBe("rgb(1, 2, 3)");
});

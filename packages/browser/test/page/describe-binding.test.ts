import type { Binding, Expression, ViewNode } from "@rune/schema";
import { expect, test } from "vitest";
import { describeElement, describeValue } from "../../src/page/describe-binding.ts";

const nodes: ViewNode[] = [
  "text",
  ["main", { class: " wide  dark" }, "text", ["ul", { id: "list", class: "x" }, ["li", {}, null]]],
  null,
];

test.each<[at: number[], text: string]>([
  [[1], "main.wide.dark"],
  [[1, 1], "main.wide.dark > ul#list"],
  [[1, 1, 0], "main.wide.dark > ul#list > li"],
  [[1, 1, 0, 0], "main.wide.dark > ul#list > li"],
  [[2], ""],
  [[7, 1], ""],
])("an element is named by those that it is in: %j", (at, text) => {
  expect(describeElement(nodes, at)).toBe(text);
});

const deep = Array.from({ length: 500 }).reduce<Expression>((inner) => ["not", inner], ["data", "x"]);

test.each<[binding: object, text: string]>([
  [{ type: "text", value: ["*", ["call", "price", ["data", "n"], 3], 2] }, "price(n, 3) * 2"],
  [{ type: "text", value: ["get", ["get", ["data", "user"], "address"], "city"] }, "user.address.city"],
  [{ type: "text", value: ["text", "a", ["at", ["data", "list"], 0]] }, 'text("a", at(list, 0))'],
  [{ type: "for", each: ["data", "items"] }, "items"],
  [{ type: "if", branches: [{ when: ["not", ["item", 0]], template: 1 }] }, "not(item(0))"],
  [{ type: "model", place: ["data", "draft"] }, "draft"],
  [{ type: "show", value: false }, "false"],
  [{ type: "ref", name: "x" }, ""],
  [{ type: "text", value: deep }, "not(not(not(not(not(not(…))))))"],
  [{ type: "text", value: "x".repeat(1000) }, `"${"x".repeat(119)}…`],
])("what a binding shows is written as in HTML: %j", (binding, text) => {
  expect(describeValue(binding as Binding)).toBe(text);
});

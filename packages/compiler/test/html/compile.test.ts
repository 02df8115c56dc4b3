import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isBlockBinding, validate, viewSchema } from "@rune/schema";
import type { Binding, Template, View, ViewNode } from "@rune/schema";
import { compileFixture, listFixtures, printResult, readExpected, writeExpected } from "./fixtures.ts";

const fixtures = listFixtures();
const html = join(import.meta.dirname, "../../src/html");

if (process.env["UPDATE_FIXTURES"] === "1") {
  for (const fixture of fixtures) writeExpected(fixture, printResult(compileFixture(fixture)));
}

const untyped = [
  "messages.ts",
  "directives/messages.ts",
  "expression/messages.ts",
  "head/messages.ts",
  "outlet/messages.ts",
];

/** Every code that a message has. Those of types need more than HTML. */
function listCodes(files: readonly string[]): Set<string> {
  const messages = files.map((file) => readFileSync(join(html, file), "utf8"));
  return new Set([...messages.join("").matchAll(/"(view_[a-z_]+)"/g)].map(([, code = ""]) => code));
}

/** The node that a binding's path leads to, walking as a renderer does. */
function findNode(template: Template, binding: Binding): ViewNode | undefined {
  let children: ViewNode[] = template.nodes;
  let node: ViewNode | undefined;
  for (const index of binding.at) {
    node = children[index];
    children = Array.isArray(node) ? (node.slice(2) as ViewNode[]) : [];
  }
  return node;
}

function listTexts(nodes: readonly ViewNode[]): (readonly ViewNode[])[] {
  return [nodes, ...nodes.flatMap((node) => (Array.isArray(node) ? listTexts(node.slice(2) as ViewNode[]) : []))];
}

function checkView(view: View): void {
  expect(validate(viewSchema, JSON.parse(JSON.stringify(view)))).toEqual([]);
  for (const template of view.templates) {
    for (const binding of template.bindings) {
      const isBlock = isBlockBinding(binding);
      const node = findNode(template, binding);
      expect(isBlock ? node === null : Array.isArray(node), `${binding.type} at ${binding.at.join()}`).toBe(true);
    }
    for (const siblings of listTexts(template.nodes)) {
      const adjacent = siblings.some((node, i) => typeof node === "string" && typeof siblings[i + 1] === "string");
      expect(adjacent || siblings.includes("")).toBe(false);
    }
  }
}

describe("compileView", () => {
  it.each(fixtures)("%s", (fixture) => {
    const result = compileFixture(fixture);
    expect(printResult(result)).toEqual(readExpected(fixture));
    expect(result.view === undefined).toBe(result.diagnostics.some(({ severity }) => severity === "error"));
    for (const { view } of [result, ...result.components]) if (view) checkView(view);
  });

  it("has a fixture for every code, and no fixture twice", () => {
    const codes = listCodes(untyped);
    const shown = new Set(fixtures.flatMap((fixture) => compileFixture(fixture).diagnostics.map(({ code }) => code)));
    expect([...codes].sort()).toEqual([...shown].sort());
    const inputs = fixtures.map((fixture) => JSON.stringify(printResult(compileFixture(fixture))));
    expect(new Set(inputs).size).toBe(fixtures.length);
  });

  it("describes every code in the reference", () => {
    const reference = join(import.meta.dirname, "../../../../docs/reference/errors/view.md");
    const sections = [...readFileSync(reference, "utf8").matchAll(/^### `(\w+)`$/gm)].map(([, code]) => code);
    const codes = listCodes([...untyped, "check/messages.ts"]);
    expect(sections.toSorted()).toEqual([...codes].sort());
  });

  it("points into the author's bytes, whatever the line ends", () => {
    const result = compileFixture("position-bom-crlf");
    const input = readFileSync(
      join(import.meta.dirname, "../../../../fixtures/html/position-bom-crlf/input.html"),
      "utf8",
    );
    const starts = result.diagnostics.map(({ range }) => input.slice(range?.start.offset, range?.end.offset));
    expect(starts).toEqual(["usr", "nobody"]);
  });
});

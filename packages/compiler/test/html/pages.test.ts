import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPositions, validate, viewSchema } from "@rune/schema";
import { compileView } from "@rune/compiler/html";
import type { CompileViewResult } from "@rune/compiler/html";

function compile(source: string): CompileViewResult {
  return compileView({ file: "x.html", name: "x", source }, { data: { a: [1], b: { c: 1 } } });
}

const tags = [
  "p",
  "b",
  "table",
  "tr",
  "td",
  "template",
  "svg",
  "select",
  "option",
  "form",
  "a",
  "body",
  "title",
  "style",
  "textarea",
];
const attributes = [
  'data-if="a"',
  "data-else",
  'data-else-if="b.c"',
  'data-for="x in a"',
  'data-each="y in a"',
  'data-key="x"',
  'data-bind="x"',
  'data-bind-title="b &amp;&amp; b.c"',
  'data-class-On="a"',
  'data-onclick.enter="f($event)"',
  'id="i"',
  'src="../../../x"',
  "data-route=/x",
  "class",
];
const pieces = fc.oneof(
  fc
    .tuple(fc.constantFrom(...tags), fc.array(fc.constantFrom(...attributes), { maxLength: 3 }))
    .map(([tag, list]) => `<${[tag, ...list].join(" ")}>`),
  fc.constantFrom(...tags.map((tag) => `</${tag}>`)),
  fc.constantFrom(
    "text",
    " ",
    "\r\n",
    "\r",
    "<!-- c -->",
    "&amp;",
    "&#0;",
    "<",
    "😀",
    '"',
    "<!doctype html>",
    "\uFEFF",
  ),
);
const pages = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(pieces, { maxLength: 30 }).map((all) => all.join("")),
);

describe("pages", () => {
  it("become a valid view or errors with a place, whatever they are", () => {
    fc.assert(
      fc.property(pages, (source) => {
        const { view, diagnostics } = compile(source);
        const errors = diagnostics.filter(({ severity }) => severity === "error");
        expect(view === undefined).toBe(errors.length > 0);
        const issues = view ? validate(viewSchema, JSON.parse(JSON.stringify(view))) : [];
        expect(issues).toEqual([]);
        for (const { range, frame } of diagnostics) {
          expect(frame).toBeTruthy();
          expect(range?.start.offset).toBeLessThanOrEqual(range?.end.offset ?? -1);
          expect(range?.end.offset).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("have positions that agree with the offset in the author's file", () => {
    fc.assert(
      fc.property(pages, (source) => {
        // Where lines end in `\n` alone, an offset gives line and column by itself.
        // One mark is taken away, so that of several the others would be text.
        const text = source.replace(/\r\n?/g, "\n").replace(/^\uFEFF+/, "");
        const positionAt = createPositions(text);
        for (const { range } of compile(text).diagnostics) {
          expect(range?.start).toEqual(positionAt(range?.start.offset ?? -1));
        }
      }),
    );
  });

  it("compile to the same view with any line ends", () => {
    fc.assert(
      fc.property(pages, (source) => {
        // One mark is taken away, so that of several the others would be text.
        const text = source.replace(/\r\n?/g, "\n").replace(/^\uFEFF+/, "");
        const view = JSON.stringify(compile(text).view);
        expect(JSON.stringify(compile(text.replaceAll("\n", "\r\n")).view)).toBe(view);
        expect(JSON.stringify(compile(text.replaceAll("\n", "\r")).view)).toBe(view);
        expect(JSON.stringify(compile(`\uFEFF${text}`).view)).toBe(view);
      }),
    );
  });

  it("may nest very deep without harm", () => {
    for (const tag of ["div", "b", "template data-if=a", "svg"]) {
      const { diagnostics } = compile(`<${tag}>`.repeat(20_000));
      expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["view_too_deep"]));
    }
  });

  it("compile up to the limits of depth to views that a loader still accepts", () => {
    const expression = `${"!".repeat(198)}a`;
    const source = `${"<div>".repeat(199)}<p data-bind="${expression}">${"</div>".repeat(199)}`;
    const { view, diagnostics } = compile(source);
    expect(diagnostics).toEqual([]);
    expect(validate(viewSchema, view)).toEqual([]);
  });

  it("put assets where the caller says", () => {
    const input = { file: "x.html", name: "home", source: '<img src="x.png">' };
    const { view } = compileView(input, { locateAsset: (path) => `files/${path}` });
    expect(view?.templates[0]?.nodes).toEqual([["img", { src: "asset:files/pages/home/x.png" }]]);
  });

  it("keep an attribute named __proto__ an attribute", () => {
    const node = compile("<p __proto__=x a=y></p>").view?.templates[0]?.nodes[0];
    expect(JSON.stringify(node)).toBe('["p",{"__proto__":"x","a":"y"}]');
  });
});

import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { rewriteStyleUrls } from "../src/rewrite-style-urls.ts";

const list = (css: string): (string | undefined)[] => {
  const found: (string | undefined)[] = [];
  rewriteStyleUrls(css, ({ text, offset, url }) => {
    expect(css.slice(offset, offset + text.length)).toBe(text);
    found.push(url);
    return text;
  });
  return found;
};

test.each<[string, (string | undefined)[]]>([
  ["a { b: url(c.png) url( 'd e.png' ) URL(\"f\") }", ["c.png", "d e.png", "f"]],
  ["a { b: url() url( '' ) }", []],
  ["/* url(a) */ 'url(b)' \"@import\" url(c)", ["c"]],
  ["/* url(a)", []],
  ["'a\\' url(b)' url(c)", ["c"]],
  ['@import "a.css"; @IMPORT url(b.css); @important', [undefined, undefined, "b.css"]],
])("%j refers to %j", (css, urls) => {
  expect(list(css)).toEqual(urls);
});

it("puts in what it is given, and leaves the rest", () => {
  expect(rewriteStyleUrls("a{b:url(c)}/* url(d) */", ({ url }) => `url("x/${url}")`)).toBe(
    'a{b:url("x/c")}/* url(d) */',
  );
});

it("changes nothing where it is given back what is written", () => {
  const part = fc.constantFrom("url(", ")", '"', "'", "/*", "*/", "@import", "\\", "\n", " ", "a");
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const css = parts.join("");
      expect(rewriteStyleUrls(css, ({ text }) => text)).toBe(css);
    }),
  );
});

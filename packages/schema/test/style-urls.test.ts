import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { listStyleUrls, readStyle } from "../src/style-urls.ts";

test.each<[string, string[]]>([
  ["color: red", []],
  ["url(a.png)", ["a.png"]],
  ["url( 'a b.png' )", ["a b.png"]],
  ['url("a\\"b")', ['a"b']],
  ["URL(a)url(b)", ["a", "b"]],
  ["/* url(a) */ url(b)", ["b"]],
  ["u\\52 l(a)", ["a"]],
  ["\\75\\72\\6c(a)", ["a"]],
  ["url(\\61 .png)", ["a.png"]],
  ["url(a\\)b)", ["a)b"]],
  ["image-set('a' 1x, url(b) 2x)", ["a", "b"]],
  ["'ur\\\nl'", ["url"]],
  ["my-url(a)", []],
  ["'a\nb' url(c)", ["a", "url(c)"]],
  ["<!--url(a)", ["a"]],
  ["-->url(a)", ["a"]],
  ["a-->url(b)", ["b"]],
  ["#url(a)", []],
  ["#a url(b)", ["b"]],
  ["url(a", ["a"]],
  ["url('a", ["a"]],
  ["'\\110000'", ["\ufffd"]],
])("%j has %j", (style, urls) => {
  expect(listStyleUrls(style).map((url) => url.trim())).toEqual(urls);
});

it("ends, in time that grows with the text, whatever the text", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("url(", "'", '"', "\\", "/*", "*/", ")", " ", "a", "\n")), (parts) => {
      expect(Array.isArray(listStyleUrls(parts.join("")))).toBe(true);
    }),
  );
  for (const part of ["url(", "'", "\\", "/*", "a", "a\\", "\"'"]) listStyleUrls(part.repeat(50_000));
});

test.each<[string, number]>([
  ["color: red", 0],
  ["a { width: calc((1px + 2px) * 2) } b { color: red }", 3],
  [".x:is(:is([title='((('])) { & b { color: red } }", 3],
  ["/* ((( */ '(((' url(((() a\\(\\(", 1],
  ["{ ) { ] { )", 3],
  ["( } } ( } (", 3],
  ["url(a) url('b') (url(", 2],
])("%j is so deep: %i", (style, depth) => {
  expect(readStyle(style).depth).toBe(depth);
});

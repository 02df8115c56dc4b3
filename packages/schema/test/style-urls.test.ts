import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { listStyleUrls } from "../src/style-urls.ts";

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

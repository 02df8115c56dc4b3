import type { AppOutput } from "@rune/compiler/package";
import { expect, it } from "vitest";
import { checkAssets } from "../src/core/check-assets.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** What is said of a file below `assets`. */
function check(name: string, content: string | Uint8Array): string[] {
  const bytes = typeof content === "string" ? Uint8Array.from(content, (each) => each.charCodeAt(0)) : content;
  const files = new Map([[`assets/${name}`, bytes]]);
  const output = { draft: { assets: [{ file: `assets/${name}`, type: "x/y" }] }, files } as unknown as AppOutput;
  return checkAssets(output, { directory: "app", files }).map(
    ({ severity, code, message, file, hint }) => `${file} ${severity} ${code}: ${message} | ${hint}`,
  );
}

it.each<[string, string]>([
  ["a.png", "\x89PNG\r\n"],
  ["a.jpeg", "\xff\xd8\xff\xe0"],
  ["a.JPG", "\xff\xd8\xff\xe0"],
  ["a.webp", "RIFF\0\0\0\0WEBPVP8 "],
  ["a.avif", "\0\0\0 ftypavif"],
  ["a.svg", `<?xml version="1.0"?>\n<!-- by hand -->\n${svg}`],
  ["a.ttf", "\0\x01\0\0\0"],
  ["a.png", "something that nobody knows"],
  ["a.ico", "\x89PNG\r\n"],
  ["a.bin", "\x89PNG\r\n"],
  ["a.txt", ""],
  ["a.css", ""],
])("says nothing of %s", (name, content) => {
  expect(check(name, content)).toEqual([]);
});

it.each<[string, string, string]>([
  [
    "a.png",
    "\xff\xd8\xff",
    "warning app_asset_mistyped: by what it holds `a.png` is a file of the type jpg | name it `a.jpg`: servers tell the type by the name",
  ],
  [
    "a.b.png",
    svg,
    "warning app_asset_mistyped: by what it holds `a.b.png` is a file of the type svg | name it `a.b.svg`: servers tell the type by the name",
  ],
  [
    "a.woff2",
    "wOFF",
    "warning app_asset_mistyped: by what it holds `a.woff2` is a file of the type woff | name it `a.woff`: servers tell the type by the name",
  ],
  [
    "a.svg",
    "<!DOCTYPE html><title>404</title>",
    "warning app_asset_mistyped: by what it holds `a.svg` is a page of HTML | fetch the file itself: this stands in its place",
  ],
  [
    "a.jpg",
    "version https://git-lfs.github.com/spec/v1\n",
    "warning app_asset_mistyped: by what it holds `a.jpg` is a pointer of Git LFS | fetch the file itself: this stands in its place",
  ],
  ["a.woff2", "", "error app_asset_empty: `a.woff2` is empty | was it saved, or copied, to its end?"],
])("says what is wrong with %s", (name, content, expected) => {
  expect(check(name, content)).toEqual([`app/assets/${name} ${expected}`]);
});

it("says what is too large for those who read packages", () => {
  const [text] = check("film.mp4", new Uint8Array(64 * 1024 * 1024 + 1));
  expect(text).toContain("app/assets/film.mp4 error app_asset_large: `film.mp4` has 67108865 bytes");
});

import { describe, expect, it } from "vitest";
import { compile, listProblems } from "./compile-files.ts";

const code = /^\S+?:(\d+:\d+): error: (.*) \[app_asset_missing\]/;

describe("addresses of files of the package", () => {
  it("are found to be missing where they are constants, at their places", async () => {
    const problems = await listProblems({
      "pages/home/index.html": [
        "<img alt='' data-bind-src='`asset:assets/none.png`'>",
        `<img alt="" data-bind-src="'asset:assets/nona.png#a'">`,
        `<img alt="" data-bind-src="isOn ? 'asset:assets/a.png' : 'asset:assets/off.png'">`,
        `<img alt="" data-bind-src="isOn && \`asset:assets/on.png\` || 'asset:a.png'">`,
        `<img alt="" data-bind-srcset="'asset:assets/a.png 1x, asset:assets/b.png 2x'">`,
        `<img alt="" src="asset:assets/c.png"><a href="asset:assets/d.pdf">D</a>`,
        `<img alt="" data-bind-src="'Asset:assets/a.png'">`,
      ].join("\n"),
      "pages/home/data.json": `{ "isOn": true }`,
      "assets/a.png": "png",
    });
    expect(problems.map((each) => code.exec(each)?.slice(1).join(" "))).toEqual([
      "1:28 there is no file `assets/none.png` in the app",
      "2:28 there is no file `assets/nona.png` in the app",
      "3:58 there is no file `assets/off.png` in the app",
      "4:36 there is no file `assets/on.png` in the app",
      "4:61 there is no file `a.png` in the app",
      "5:31 there is no file `assets/b.png` in the app",
      "6:18 there is no file `assets/c.png` in the app",
      "6:47 there is no file `assets/d.pdf` in the app",
      "7:28 there is no file `Asset:assets/a.png` in the app",
    ]);
    expect(problems[0]).toContain("did you mean");
  });

  it("are found to be missing where a component is given them", async () => {
    const problems = await listProblems({
      "pages/home/index.html": [
        `<div data-use="card" data-prop-picture="'asset:assets/b.png'" data-prop-title="'asset: none'"></div>`,
        `<div data-use="card" data-prop-picture="isOn ? 'asset:assets/a.png' : \`asset:assets/off.png\`" data-prop-title="''"></div>`,
        `<template data-component="own"><img alt="" data-bind-src="picture"></template>`,
        `<div data-use="own" data-prop-picture="'asset:assets/c.png'"></div>`,
      ].join("\n"),
      "pages/home/data.json": `{ "isOn": true }`,
      "components/card.html": `<img data-bind-alt="title" data-bind-src="picture">`,
      "assets/a.png": "png",
    });
    expect(problems.map((each) => code.exec(each)?.slice(1).join(" "))).toEqual([
      "1:41 there is no file `assets/b.png` in the app",
      "2:71 there is no file `assets/off.png` in the app",
      "4:40 there is no file `assets/c.png` in the app",
    ]);
  });

  it("bring what a folder of a page has into the package, and are no matter in texts and with data in them", async () => {
    const { output, diagnostics } = await compile({
      "pages/home/index.html":
        `<img alt="" data-bind-src="'asset:assets/pages/home/b.png?v=1'">` +
        `<img alt="" data-bind-src="\`asset:assets/\${name}.png\`"><p data-bind="'asset:x'"></p>`,
      "pages/home/b.png": "png",
      "pages/home/data.json": `{ "name": "a" }`,
    });
    expect(diagnostics).toEqual([]);
    expect([...(output?.files.keys() ?? [])]).toContain("assets/pages/home/b.png");
  });
});

describe("style sheets that browsers do not bear", () => {
  const chain = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, i) => `--a${from + i + 1}:var(--a${from + i});`).join("");

  it("are refused, and chains of custom properties in all sheets together", async () => {
    const problems = await listProblems({
      "pages/home/index.html": `<p>Home</p><link rel="stylesheet" href="a.css">`,
      "pages/home/a.css": `p{${chain(0, 200)}}`,
      "pages/other/index.html": `<style>p{${chain(200, 400)}}</style><p>Other</p>`,
      "pages/third/index.html": `<style>p${":not(a)".repeat(1000)}{}</style><p>Third</p>`,
    });
    expect(problems.map((each) => /error: (.*) \[app_style_refused\]/.exec(each)?.[1])).toEqual([
      "the CSS of <style> has a circle, or a chain of more than 256, of custom properties",
      "the CSS of <style> has more than 2000 words in a selector or declaration",
    ]);
  });

  it("are found to be missing where controllers name them by constants", async () => {
    const problems = await listProblems({
      "shared.ts": `export function cover(): string { return rune.asset("img/covr.png"); }`,
      "pages/home/index.html": `<img alt="" data-bind-src="picture()">`,
      "pages/home/controller.ts": `import { cover } from "../../shared.ts";
const names = ["img/cover.png", "img/other.png"];
export function picture(): string {
  if (rune.assets_fetch_text("assets/notes.txt") === null) return cover();
  if (rune.assets_fetch("notes.txt") === null) return rune.asset(names[1]!);
  return rune.asset("img/cover.png") + rune.asset("assets/img/cover.png");
}`,
      "assets/img/cover.png": "png",
      "assets/notes.txt": "notes",
    });
    expect(problems).toEqual([
      "app/pages/home/controller.ts:5:25: error: there is no file `notes.txt` in the app [app_asset_missing] | did you mean `assets/notes.txt`?",
      "app/pages/home/controller.ts:6:51: error: there is no file `assets/assets/img/cover.png` in the app [app_asset_missing] | did you mean `img/cover.png`?",
      "app/shared.ts:1:53: error: there is no file `assets/img/covr.png` in the app [app_asset_missing] | did you mean `img/cover.png`?",
    ]);
  });
});

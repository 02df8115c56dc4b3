import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { SealedPackage } from "@rune/archive";
import { formatDiagnostic } from "@rune/schema";
import { resolveOptions } from "unplugin-rune-package";
import { createAppBuilder } from "unplugin-rune-package/internal";
import { expect, it } from "vitest";

const files = {
  "app/pages/home/index.html": `<link rel="stylesheet" href="./home.css">
<img alt="" src="./a b.png" srcset="assets/img/sun.svg 1x, assets/img/sun.svg#big 2x">
<style>p { background: url("assets/img/sun.svg?x#y") }</style>\n`,
  "app/pages/home/home.css": `@font-face { font-family: A; src: url(../../assets/fonts/a.woff2) }
p { background: url(./a%20b.png), url("data:,x"), url(#a) }\n`,
  "app/pages/home/a b.png": "png",
  "app/assets/img/sun.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`,
  "app/assets/fonts/a.woff2": "wOF2",
  "app/assets/LICENSE": "free",
  "app/assets/archive.tar.gz": "gz",
  // What no page links may have addresses that are none.
  "app/assets/unused.css": "p { background: url(50%.png) }",
};

it("names assets by their content, in the manifest and in styles, and leaves views as they are", async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "rune assets #1 ")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const builder = createAppBuilder({ ...resolveOptions({ id: "tea" }), root, release: false });
  const first = await builder.build();
  expect(first.diagnostics.map(formatDiagnostic)).toEqual([]);
  const { manifest, files: packed } = first.sealed as SealedPackage;
  expect(manifest.assets.filter(({ name }) => name !== undefined)).toEqual([
    { file: "assets/LICENSE-ad95d5fa65", name: "assets/LICENSE", type: "application/octet-stream" },
    {
      file: expect.stringMatching(/^assets\/archive\.tar-[0-9a-f]{10}\.gz$/),
      name: "assets/archive.tar.gz",
      type: expect.any(String),
    },
    {
      file: expect.stringMatching(/^assets\/fonts\/a-[0-9a-f]{10}\.woff2$/),
      name: "assets/fonts/a.woff2",
      type: "font/woff2",
    },
    {
      file: expect.stringMatching(/^assets\/img\/sun-[0-9a-f]{10}\.svg$/),
      name: "assets/img/sun.svg",
      type: "image/svg+xml",
    },
    {
      file: expect.stringMatching(/^assets\/pages\/home\/a b-[0-9a-f]{10}\.png$/),
      name: "assets/pages/home/a b.png",
      type: "image/png",
    },
  ]);
  const read = (path: string): string => new TextDecoder().decode(packed.get(path));
  expect(read("views/home.view.json")).toContain("asset:assets/pages/home/a b.png");
  expect(read("assets/pages/home/home.css").replaceAll(/-[0-9a-f]{10}/g, "-#")).toBe(
    `@font-face { font-family: A; src: url("../../fonts/a-#.woff2") }\np { background: url("a%20b-#.png"), url("data:,x"), url(#a) }\n`,
  );
  expect(read("assets/pages/home/inline.css")).toMatch(/url\("\.\.\/\.\.\/img\/sun-[0-9a-f]{10}\.svg\?x#y"\)/);
  expect(packed.has("assets/unused.css")).toBe(true);

  writeFileSync(join(root, "app/assets/LICENSE"), "free, too");
  builder.invalidate();
  const second = (await builder.build()).sealed?.manifest;
  const changed = Object.keys(second?.files ?? {}).filter((path) => !Object.hasOwn(manifest.files, path));
  expect(changed).toEqual([expect.stringMatching(/^assets\/LICENSE-(?!ad95d5fa65)[0-9a-f]{10}$/)]);
  expect(second?.files["views/home.view.json"]).toEqual(manifest.files["views/home.view.json"]);
  rmSync(root, { recursive: true });
});

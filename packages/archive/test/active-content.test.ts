import { expect, it, test } from "vitest";
import { createMemorySource, openPackage, sealPackage } from "../src/index.ts";
import { describeActiveDrawing } from "../src/describe-active-drawing.ts";
import { createIntactDraft, createIntactFiles } from "./intact-package.ts";

const text = new TextEncoder();
const svg = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;

function seal(path: string, content: string): ReturnType<typeof sealPackage> {
  return sealPackage(createIntactDraft(), createIntactFiles().set(path, text.encode(content)));
}

test.each([
  "assets/a.html",
  "assets/A.HTM",
  "assets/a.xhtml",
  "assets/a.xml",
  "assets/a.js",
  "assets/a.mjs",
  "assets/a.svgz",
])("refuses %s by its name", async (path) => {
  await expect(seal(path, "x")).rejects.toMatchObject({ code: "package_file_active", data: { file: path } });
});

const active = [
  svg("<script>x</script>"),
  svg('<s:script xmlns:s="http://www.w3.org/2000/svg" href="a.txt"/>'),
  svg("<g onload='x'/>"),
  svg('<g a=""\nonload\n="x"/>'),
  svg('<a href="javascript:x">y</a>'),
  svg('<a href="java&#x73;cript&#58;x">y</a>'),
  svg('<a href="java&#10;script:x">y</a>'),
  svg("<foreignObject/>"),
  svg('<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x"/>'),
  `<?xml-stylesheet href="a.css"?>${svg("")}`,
  `<!DOCTYPE svg [<!ENTITY x "y">]>${svg("")}`,
  `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg("")}`,
];

test.each(active)("refuses the drawing %j", async (content) => {
  await expect(seal("assets/a.svg", content)).rejects.toMatchObject({ code: "package_file_active" });
});

it("refuses an active drawing when a package is opened, also one whose files are checked late", async () => {
  // Sealed under a name that is not looked into, then renamed with its digest.
  const sealed = await seal("assets/a.sv_", svg("<script/>"));
  const files = new Map([...sealed.files].map(([path, bytes]) => [path.replace("a.sv_", "a.svg"), bytes]));
  const manifest = new TextDecoder().decode(files.get("RUNE.MANIFEST.json")).replace("a.sv_", "a.svg");
  files.set("RUNE.MANIFEST.json", text.encode(manifest));
  for (const verify of ["all", "used"] as const) {
    await expect(openPackage(createMemorySource(files), { verify })).rejects.toMatchObject({
      code: "package_file_active",
    });
  }
});

test.each([
  svg('<title>on and on: one</title><use href="#a"/><animate attributeName="x" to="1"/>'),
  `\ufeff<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">${svg("<style>a{b:c}</style>")}`,
  svg("&#169; &amp; &#x1f600;"),
])("takes the drawing %j", (content) => {
  expect(describeActiveDrawing(text.encode(content))).toBeUndefined();
});

it("refuses a drawing that is not UTF-8", () => {
  expect(describeActiveDrawing(Uint8Array.of(0xff, 0xfe, 0x3c, 0))).toBeDefined();
});

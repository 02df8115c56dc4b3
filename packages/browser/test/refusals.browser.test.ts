import type { Binding, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestAppOptions } from "./harness/test-app.ts";
import { createTestSite, type OpenOptions, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const simple: TestAppOptions = {
  pages: {
    home: {
      nodes: [["p", {}, "…"]],
      bindings: [{ type: "text", at: [0], value: ["data", "name"] }],
      data: { name: "Rune" },
      styles: ["assets/page.css"],
      head: { title: "Home" },
    },
  },
  files: { "assets/page.css": "p { margin: 7px }" },
};

/** Opens what must be refused, and returns what both the page and the caller are told. */
async function refuse(app: TestAppOptions, options: OpenOptions = {}): Promise<string> {
  const { page, complaints, log } = await site.open(app, { ...options, fails: true });
  const failure = await page.evaluate(() => testbed.failure);
  const alert = page.locator("#app [role=alert]");
  expect(await alert.locator("h1").textContent()).toBe("This app could not be started");
  expect(await alert.locator("p").textContent()).toBe(failure?.message);
  expect(await alert.locator("code").textContent()).toBe(failure?.code);
  expect(await alert.evaluate((node) => getComputedStyle(node).borderTopStyle)).toBe("solid");
  expect(complaints.violations).toEqual([]);
  expect(log).toEqual([]);
  expect(await page.evaluate(() => [document.title, document.adoptedStyleSheets.length])).toEqual(["Host", 0]);
  return `${failure?.code}: ${failure?.message}`;
}

describe("a package that is not what it says", () => {
  const flip = (bytes: Uint8Array | undefined): Uint8Array =>
    (bytes ?? new Uint8Array()).map((byte, i) => (i === 0 ? byte ^ 1 : byte));

  for (const file of ["views/home.view.json", "data/home.data.json", "logic/echo.wasm", "assets/page.css"]) {
    test(`${file} changed`, async () => {
      const said = await refuse(simple, { tamper: (files) => void files.set(file, flip(files.get(file))) });
      expect(said).toContain("package_file_changed: ");
      expect(said).toContain(file);
    });

    test(`${file} missing`, async () => {
      const said = await refuse(simple, { tamper: (files) => void files.delete(file) });
      expect(said).toContain("package_file_missing: ");
      expect(said).toContain(file);
    });
  }

  test("another root", async () => {
    const root = `sha256-${"A".repeat(43)}=`;
    const said = await refuse(simple, { root });
    expect(said).toContain("package_root_mismatch: ");
    expect(said).toContain(root);
  });

  test("no manifest", async () => {
    const said = await refuse(simple, { tamper: (files) => files.clear() });
    expect(said).toContain("manifest_missing: ");
    expect(said).toContain("RUNE.MANIFEST.json");
  });
});

test("a wrong option", async () => {
  expect(await refuse(simple, { storage: "disk" as "local" })).toContain("option_invalid: The option `storage`");
});

test("a controller whose capabilities are not granted", async () => {
  const said = await refuse(simple, { grants: ["log"] });
  expect(said).toContain("module_capability_denied: ");
  expect(said).toContain("logic/echo.wasm");
});

describe("hostile views", () => {
  const hostile: [string, ViewNode, Binding[]?][] = [
    ["script", ["script", {}, "alert(1)"]],
    ["handler", ["p", { onclick: "alert(1)" }]],
    ["javascript URL", ["a", { href: "javascript:alert(1)" }]],
    ["frame without the capability", ["iframe", { src: "/x" }]],
    ["other origin", ["img", { src: "https://evil.example/" }]],
    ["bound handler", ["p", {}], [{ type: "attribute", at: [0], name: "onclick", value: "alert(1)" }]],
    ["bound markup", ["p", {}], [{ type: "attribute", at: [0], name: "innerHTML", value: "<img>" }]],
    ["animated URL", ["svg:svg", {}, ["svg:set", { attributeName: "href", to: "javascript:alert(1)" }]]],
    ["prototype", ["p", {}], [{ type: "text", at: [0], value: ["get", ["data", "x"], "__proto__"] }]],
    ["a path to nothing", ["p", {}], [{ type: "text", at: [0, 3], value: "x" }]],
  ];
  for (const [name, node, bindings = []] of hostile) {
    test(`hold no ${name}`, async () => {
      const said = await refuse({ pages: { home: { nodes: [node], bindings, isStatic: true } } });
      expect(said).toMatch(/^view_\w+: .*`views\/home\.view\.json`/);
    });
  }

  test("markup that the package asks for and the host does not grant", async () => {
    const options: TestAppOptions = {
      pages: { home: { nodes: [["iframe", { src: "/x" }]], isStatic: true } },
      capabilities: [{ name: "frames" }],
    };
    expect(await refuse(options)).toContain("`frames`");
    const granted = await site.open(options, { grants: ["frames"] });
    expect(await granted.page.locator("#app iframe").count()).toBe(1);
  });
});

test("a style sheet that loads from another origin", async () => {
  const css = "p{background:url(https://evil.example/)}";
  const said = await refuse({ ...simple, files: { "assets/page.css": css } });
  expect(said).toContain("style_sheet_refused: The style sheet assets/page.css was refused: ");
});

import type { ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestSite, type TestPageHandle, type TestSite } from "../harness/test-site.ts";
import type { FindEscapes } from "./watch-escapes.ts";
import { useAll, watchEscapes } from "./watch-escapes.ts";
import { inert } from "./vectors/inert.ts";
import { refused } from "./vectors/refused.ts";
import { foreign, script, url } from "./vectors/vector.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

describe("a published vector in a view that no compiler has made", () => {
  let handle: TestPageHandle;
  let findEscapes: FindEscapes;
  beforeAll(async () => {
    handle = await site.open({ pages: { home: { nodes: [] } } });
    findEscapes = await watchEscapes(handle.page, site.origin);
  });

  test.each(refused)("is refused: $name", async ({ page, files = {} }) => {
    const failure = await handle.remount({ pages: { home: page }, files });
    await useAll(handle.page, "#app");
    expect(await findEscapes()).toEqual([]);
    expect(handle.complaints.violations).toEqual([]);
    expect(failure?.code).toMatch(/^(view|data|style_sheet)_/);
    expect(await handle.page.locator("#app [role=alert]").count()).toBe(1);
  });

  test.each(inert)("does nothing: $name", async ({ page, files = {}, mutations = [] }) => {
    expect(await handle.remount({ pages: { home: page }, files })).toBeUndefined();
    for (const mutation of mutations) await handle.dispatch(mutation);
    await useAll(handle.page, "#app");
    expect(await findEscapes()).toEqual([]);
    expect(handle.complaints).toEqual({ errors: [], violations: [] });
    expect(await handle.page.locator("#app > *").count()).toBeGreaterThan(0);
  });
});

describe("what looks for escapes finds them where no runtime stands between a vector and the page", () => {
  const toMarkup = (node: ViewNode): string => {
    if (!Array.isArray(node)) return node ?? "";
    const [tag, attributes, ...children] = node;
    const name = tag.replace(/^svg:/, "");
    const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${value.replaceAll('"', "&quot;")}"`);
    return `<${name}${said.join("")}>${children.map(toMarkup).join("")}</${name}>`;
  };

  test.each<[name: string, node: ViewNode, found: RegExp]>([
    ["a handler", ["b", { onclick: script }, "x"], /^script ran$/m],
    ["an address", ["a", { href: url }, "x"], /^script ran$/m],
    ["an error", ["img", { src: "data:x", onerror: script }], /^script ran$/m],
    ["a dialog", ["b", { onclick: "alert(1)" }, "x"], /^dialog 1$/m],
    ["a picture", ["img", { src: foreign }], /^request .*evil\.example/m],
    ["a style", ["b", { style: `background:url(${foreign})` }, "x"], /^request .*evil\.example/m],
    ["a link", ["a", { href: foreign }, "x"], /^request .*evil\.example/m],
    ["an element", ["iframe", {}], /^\d+$/m],
    [
      "what is outside",
      ["svg:svg", {}, ["svg:set", { href: "#host-rect", attributeName: "display", to: "none" }]],
      /^none /m,
    ],
  ])("%s", async (_name, node, found) => {
    const { page } = await site.open({ pages: { home: { nodes: [] } } }, { isMounted: false });
    await page.route("**/bare", (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><section id=app></section>" }),
    );
    await page.goto(`${site.origin}/bare`);
    const findEscapes = await watchEscapes(page, site.origin);
    await page.evaluate((html) => {
      (document.querySelector("#app") as Element).innerHTML = html;
    }, toMarkup(node));
    await useAll(page, "#app");
    let escapes = "";
    await expect.poll(async () => (escapes += `${(await findEscapes()).join("\n")}\n`)).toMatch(found);
  });
});

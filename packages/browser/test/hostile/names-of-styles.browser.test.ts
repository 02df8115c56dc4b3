import type { ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestSite, type TestPageHandle, type TestSite } from "../harness/test-site.ts";

/*
 * Names that CSS knows in the whole document: what an app calls by them is not taken for what the page calls so, nor the other way round. Within the app they
 * work.
 */

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

interface Shown {
  nodes: ViewNode[];
  css?: string;
  /** What the page has before and after the app. */
  before?: string;
  after?: string;
  /** Style sheet of the page. */
  page?: string;
}

async function open({ nodes, css = "", before = "", after = "", page = "" }: Shown): Promise<TestPageHandle> {
  const handle = await site.open(
    { pages: { home: { nodes, isStatic: true, styles: ["assets/x.css"] } }, files: { "assets/x.css": css } },
    { isMounted: false },
  );
  await handle.page.evaluate(
    async (around) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(around.page);
      document.adoptedStyleSheets = [sheet];
      const app = document.querySelector("#app") as HTMLElement;
      for (const text of [around.before, around.after]) {
        const [id = "", name = ""] = text.split(" ");
        const element = document.createElement("div");
        element.id = id;
        element.className = name;
        element.textContent = "page";
        if (text === around.before) app.before(element);
        else app.after(element);
      }
      await testbed.mount();
    },
    { before, after, page },
  );
  return handle;
}

const left = ({ page }: TestPageHandle, selector: string): Promise<number> =>
  page.evaluate((each) => (document.querySelector(each) as Element).getBoundingClientRect().left, selector);

const place = "position:absolute;margin:0;";

describe("anchors", () => {
  test.each([".x", ":scope"])("of the page are its own: %s", async (selector) => {
    const handle = await open({
      page: `.anchor{${place}anchor-name:--tip;left:50px} .tip{${place}position-anchor:--tip;left:anchor(left)}`,
      before: "one anchor",
      after: "two tip",
      nodes: [["p", { class: "x" }, "x"]],
      css: `${selector}{${place}anchor-name:--tip;left:300px} :scope{anchor-scope:none!important}`,
    });
    expect(await left(handle, "#two")).toBe(50);
  });

  test("of the page are not looked at", async () => {
    const handle = await open({
      page: `.anchor{${place}anchor-name:--tip;left:50px}`,
      before: "one anchor",
      nodes: [["p", { class: "x" }, "x"]],
      css: `.x{${place}position-anchor:--tip;left:anchor(left, 7px)}`,
    });
    expect(await left(handle, ".x")).toBe(7);
  });

  test("of the app work in it", async () => {
    const handle = await open({
      nodes: [
        ["b", { class: "y" }, "y"],
        ["p", { class: "x" }, "x"],
      ],
      css: `.y{${place}anchor-name:--tip;left:60px} .x{${place}position-anchor:--tip;left:anchor(left, 7px)}`,
    });
    expect(await left(handle, ".x")).toBe(60);
  });
});

describe("counters", () => {
  const page =
    "body{counter-reset:n 1} .count::before{content:counter(n)} .count{display:inline-block;font:20px monospace}";
  const width = ({ page: shown }: TestPageHandle, selector: string): Promise<number> =>
    shown.evaluate((each) => (document.querySelector(each) as Element).getBoundingClientRect().width, selector);

  test.each([
    "",
    ":scope{contain:none!important}",
    ":scope{counter-increment:n 123456;counter-reset:n 123456;counter-set:n 123456}",
  ])("of the page do not count what the app does: %s", async (css) => {
    const nodes: ViewNode[] = [["p", { class: "x" }, "x"]];
    const before = await width(await open({ page, after: "one count", nodes }), "#one");
    const handle = await open({ page, after: "one count", nodes, css: `.x{counter-increment:n 123456} ${css}` });
    expect(await width(handle, "#one")).toBe(before);
  });

  test("of the app count in it", async () => {
    const nodes: ViewNode[] = [
      ["p", { class: "x" }, "x"],
      ["p", { class: "y" }, ""],
    ];
    const css = ".y{display:inline-block;font:20px monospace} .y::before{content:counter(n)}";
    const one = await width(await open({ nodes, css: `${css} :scope{counter-reset:n} .x{counter-set:n 1}` }), ".y");
    const many = await open({ nodes, css: `${css} :scope{counter-reset:n} .x{counter-set:n 123456}` });
    expect(await width(many, ".y")).toBeGreaterThan(one);
  });
});

test.each([".x", ":scope"])(
  "view transitions of the page are not called off by names of the app: %s",
  async (selector) => {
    const handle = await open({
      page: ".shown{view-transition-name:one}",
      before: "one shown",
      nodes: [["p", { class: "x" }, "x"]],
      css: `${selector}{view-transition-name:one} :scope{view-transition-scope:none!important}`,
    });
    const outcome = await handle.page.evaluate(() =>
      document
        .startViewTransition(() => {})
        .ready.then(
          () => "ready",
          (error: unknown) => String(error),
        ),
    );
    expect(outcome).toBe("ready");
  },
);

test("what the page says of the app's element stays, and is all there is when the app has gone", async () => {
  const handle = await open({ page: "#app{contain:layout paint}", nodes: [["p", {}, "x"]] });
  const look = (): Promise<string[]> =>
    handle.page.evaluate(() => {
      const app = document.querySelector("#app") as HTMLElement;
      const { contain, anchorScope } = getComputedStyle(app) as CSSStyleDeclaration & { anchorScope: string };
      return [contain, anchorScope, String(app.getAttribute("style"))];
    });
  expect((await look()).slice(0, 2)).toEqual(["content", "all"]);
  await handle.page.evaluate(() => testbed.app?.unmount());
  expect(await look()).toEqual(["layout paint", "none", "null"]);
});

test("an element that is the whole page is left as it is", async () => {
  const { page } = await site.open(
    { pages: { home: { nodes: ["x"], isStatic: true } } },
    { prepare: () => document.querySelector("#app")?.setAttribute("data-rune-page", "") },
  );
  expect(await page.locator("#app").getAttribute("style")).toBeNull();
});

import type { ViewNode } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const dialogs: ViewNode[] = [
  ["button", { id: "opener" }, "open"],
  [
    "dialog",
    { id: "outer" },
    ["button", { id: "o1" }, "1"],
    ["button", { id: "o2" }, "2"],
    ["button", { disabled: "" }, "x"],
  ],
  ["dialog", { id: "inner" }, ["button", { id: "i1" }, "1"]],
  ["div", { id: "plain" }],
];
const focused = ({ page }: TestPageHandle): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.id);
const isOpen = ({ page }: TestPageHandle, id: string): Promise<boolean> => page.locator(`#${id}`).isVisible();

test("are modal, keep the focus, close on Escape and give the focus back", async () => {
  const app = await site.open({ pages: { home: { nodes: dialogs } } });
  expect(app.requests.filter((path) => path.includes("overlays"))).toEqual([]);
  await app.page.focus("#opener");
  await app.dispatch({ type: "ShowOverlay", overlay_id: "outer" });
  await app.page.locator("#outer").waitFor();
  expect(await app.page.locator("#outer").evaluate((node) => node.matches(":modal"))).toBe(true);
  const order: (string | undefined)[] = [await focused(app)];
  for (const press of ["Tab", "Tab", "Shift+Tab", "Shift+Tab"]) {
    await app.page.keyboard.press(press);
    order.push(await focused(app));
  }
  expect(order).toEqual(["o1", "o2", "o1", "o2", "o1"]);
  await app.page.keyboard.press("Escape");
  await app.page.locator("#outer").waitFor({ state: "hidden" });
  expect(await focused(app)).toBe("opener");
  expect(app.requests.filter((path) => path.includes("overlays"))).toHaveLength(1);
});

test("stack", async () => {
  const app = await site.open({ pages: { home: { nodes: dialogs } } });
  await app.page.focus("#opener");
  await app.dispatch({ type: "ShowOverlay", overlay_id: "outer" });
  await app.page.locator("#outer").waitFor();
  await app.dispatch({ type: "ShowOverlay", overlay_id: "inner" });
  await app.page.locator("#inner").waitFor();
  expect(await focused(app)).toBe("i1");
  await app.page.keyboard.press("Escape");
  await app.page.locator("#inner").waitFor({ state: "hidden" });
  expect(await isOpen(app, "outer")).toBe(true);
  expect(await focused(app)).toBe("o1");
  await app.dispatch({ type: "HideOverlay", overlay_id: "outer" });
  await app.page.locator("#outer").waitFor({ state: "hidden" });
  expect(await focused(app)).toBe("opener");
});

test("can be shown again, at once, and twice", async () => {
  const app = await site.open({ pages: { home: { nodes: dialogs } } });
  const show = { type: "ShowOverlay", overlay_id: "outer" };
  const hide = { type: "HideOverlay", overlay_id: "outer" };
  await app.dispatch({ type: "Batch", mutations: [show, show, hide, show] });
  await app.page.locator("#outer").waitFor();
  await app.dispatch({ type: "Batch", mutations: [hide, hide] });
  await app.page.locator("#outer").waitFor({ state: "hidden" });
  await app.dispatch(show);
  await app.page.locator("#outer").waitFor();
  await app.page.keyboard.press("Shift+Tab");
  expect(await focused(app)).toBe("o2");
  expect(await app.codes()).toEqual([]);
});

test("that show already stay as they are, and one that has left the page is not shown", async () => {
  const app = await site.open({ pages: { home: { nodes: dialogs } } });
  const show = { type: "ShowOverlay", overlay_id: "outer" };
  await app.dispatch(show);
  await app.page.locator("#outer").waitFor();
  await app.page.focus("#o2");
  await app.dispatch(show);
  expect(await focused(app)).toBe("o2");
  const gone = { type: "RemoveNode", node_id: "inner" };
  await app.dispatch({ type: "Batch", mutations: [gone, { type: "ShowOverlay", overlay_id: "inner" }] });
  expect(await app.page.locator("#inner").count()).toBe(0);
  expect(await app.codes()).toEqual([]);
});

test("of a layout close when the page changes", async () => {
  const handle = await site.open(
    await compileTestApp({
      "layout.html": `<dialog id="more"><button>more</button></dialog><main data-outlet></main>`,
      "pages/home/index.html": `<button data-onclick="ask">ask</button>`,
      "pages/home/controller.ts": `export function ask(): void { rune.show_overlay("more"); }`,
      "pages/other/index.html": `<h1>other</h1>`,
    }),
  );
  await handle.page.getByText("ask").click();
  await handle.page.locator("#more").waitFor();
  await handle.page.evaluate(() => testbed.app?.navigate("/other"));
  await handle.page.locator("h1").waitFor();
  expect(await isOpen(handle, "more")).toBe(false);
});

test("are not closed by an Escape that is held down", async () => {
  const app = await site.open({ pages: { home: { nodes: dialogs } } });
  await app.dispatch({ type: "ShowOverlay", overlay_id: "outer" });
  await app.page.locator("#outer").waitFor();
  // What a browser tells of a key that is held, without what it does itself.
  await app.page.evaluate(() => {
    for (const repeat of [false, true, true]) {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", repeat, bubbles: true }));
    }
  });
  expect(await isOpen(app, "outer")).toBe(true);
});

test("are dialogs, or an error says so", async () => {
  const app = await site.open({ pages: { home: { nodes: dialogs } } });
  await app.dispatch({ type: "ShowOverlay", overlay_id: "plain" });
  expect(await app.codes()).toEqual(["overlay_invalid"]);
  const [report] = await app.page.evaluate(() => testbed.reports);
  expect(report?.message).toContain('<dialog id="plain">');
});

test("let the user go at the second Escape, whatever the app does", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [
          ["dialog", { id: "stuck", closedby: "none" }, ["input", { id: "field" }]],
          ["dialog", { id: "outer" }, ["button", {}, "1"]],
        ],
        bindings: [
          {
            type: "event",
            at: [0],
            event: "cancel",
            handler: "log",
            arguments: ["no"],
            modifiers: ["prevent", "stop"],
          },
          {
            type: "event",
            at: [0],
            event: "keydown",
            handler: "log",
            arguments: ["key"],
            modifiers: ["prevent", "stop", "capture"],
          },
        ],
      },
    },
  });
  await app.dispatch({ type: "ShowOverlay", overlay_id: "outer" });
  await app.page.locator("#outer").waitFor();
  await app.dispatch({ type: "ShowOverlay", overlay_id: "stuck" });
  await app.page.locator("#stuck").waitFor();
  await app.page.keyboard.press("Escape");
  await app.page.keyboard.press("a");
  await app.page.keyboard.press("Escape");
  expect(await isOpen(app, "stuck")).toBe(true);
  await app.page.keyboard.press("Escape");
  await app.page.locator("#stuck").waitFor({ state: "hidden" });
  expect(await isOpen(app, "outer")).toBe(true);
});

test("close by a click beside them where they say so, and by their forms", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [
          ["button", { id: "opener" }, "open"],
          ["dialog", { id: "light", closedby: "any" }, ["p", {}, "x"]],
          [
            "dialog",
            { id: "form" },
            ["form", { method: "dialog" }, ["input", { id: "name", required: "" }], ["button", {}, "ok"]],
          ],
        ],
        bindings: [{ type: "event", at: [2], event: "close", handler: "log", arguments: ["closed"] }],
      },
    },
  });
  const address = app.page.url();
  await app.page.focus("#opener");
  await app.dispatch({ type: "ShowOverlay", overlay_id: "light" });
  await app.page.locator("#light").waitFor();
  await app.page.mouse.click(2, 2);
  await app.page.locator("#light").waitFor({ state: "hidden" });
  expect(await focused(app)).toBe("opener");
  await app.dispatch({ type: "ShowOverlay", overlay_id: "form" });
  await app.page.locator("#form").waitFor();
  await app.page.click("#form button");
  // What is required is not there.
  expect(await isOpen(app, "form")).toBe(true);
  expect(await app.page.locator("#name").evaluate((node) => node.matches(":user-invalid"))).toBe(true);
  await app.page.fill("#name", "Ada");
  await app.page.click("#form button");
  await app.page.locator("#form").waitFor({ state: "hidden" });
  await expect.poll(() => app.log).toContain("closed");
  expect(app.page.url()).toBe(address);
  await app.dispatch({ type: "ShowOverlay", overlay_id: "form" });
  await app.page.locator("#form").waitFor();
});

test("the focus that is asked for together with an overlay comes after it has opened, or closed", async () => {
  const app = await site.open({ pages: { home: { nodes: dialogs } } });
  const open = { type: "ShowOverlay", overlay_id: "outer" } as const;
  const close = { type: "HideOverlay", overlay_id: "outer" } as const;
  await app.dispatch({ type: "Batch", mutations: [open, { type: "Focus", target: "o2" }] });
  await app.page.locator("#outer").waitFor();
  await expect.poll(() => focused(app)).toBe("o2");
  await app.dispatch({ type: "Batch", mutations: [close, { type: "Focus", target: "opener" }] });
  await app.page.locator("#outer").waitFor({ state: "hidden" });
  await expect.poll(() => focused(app)).toBe("opener");
});

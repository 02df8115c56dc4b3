import type { ViewNode } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
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

test("are dialogs, or an error says so", async () => {
  const app = await site.open({ pages: { home: { nodes: dialogs } } });
  await app.dispatch({ type: "ShowOverlay", overlay_id: "plain" });
  expect(await app.codes()).toEqual(["overlay_invalid"]);
  const [report] = await app.page.evaluate(() => testbed.reports);
  expect(report?.message).toContain('<dialog id="plain">');
});

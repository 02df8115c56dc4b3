import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const open = async (files: Record<string, string>): Promise<TestPageHandle> => site.open(await compileTestApp(files));
const click = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("button", { name, exact: true }).click();

describe("rows of objects that are new whenever they are asked for", () => {
  const bars = (controller: string, key = ""): Record<string, string> => ({
    "components/bar.html": `<button data-onclick="pick" data-bind="bar.height"></button>`,
    "components/bar.ts": controller,
    "pages/home/index.html": `<p data-for="bar in bars()" ${key} data-use="bar" data-prop-bar="bar" data-on-picked="choose(bar.height)"></p><i data-bind="chosen"></i>`,
    "pages/home/controller.ts": `const heights = [1, 2]; export let chosen = 0;
      export function bars(): { height: number }[] { return heights.map((height) => ({ height })); }
      export function choose(height: number): void { chosen += height; }`,
  });
  const pick = `export function pick(): void { rune.emit("picked", null); }`;

  test("bring components that do nothing when they come", async () => {
    const handle = await open(bars(pick));
    await click(handle, "2");
    await click(handle, "1");
    expect(await handle.page.locator("i").textContent()).toBe("3");
    expect(await handle.codes()).toEqual([]);
  });

  test("need a key where components run when they come", async () => {
    const start = `export function start(): void {} ${pick}`;
    const handle = await open(bars(start));
    await expect.poll(() => handle.codes()).toContain("turns_endless");
    const messages = await handle.page.evaluate(() => testbed.reports.map(({ message }) => message));
    expect(messages[0]).toContain("`data-key`");
    const keyed = await open(bars(start, `data-key="bar.height"`));
    await click(keyed, "2");
    expect(await keyed.page.locator("i").textContent()).toBe("2");
    expect(await keyed.codes()).toEqual([]);
  });
});

// Mutations of which each takes the page long: a controller may ask for thousands in a turn, and they are carried out when its fuel does not count any more.
import type { SealedPackage } from "@rune/archive";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "../harness/compile-test-app.ts";
import { compileNeighbour } from "../harness/neighbour.ts";
import { createTestSite, type TestSite } from "../harness/test-site.ts";

let site: TestSite;
let neighbour: SealedPackage;
beforeAll(async () => {
  site = await createTestSite();
  neighbour = await compileNeighbour();
});
afterAll(() => site.close());

/** Asks for the seconds that the thread of the page has worked, whatever else the machine does. */
async function watchWork(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
}

async function run(controller: string, rows: number): Promise<{ page: Page; worked: number }> {
  const app = await compileTestApp({
    "pages/home/index.html": `<button data-onclick="run">run</button><p id="first">x</p><div style="display: flex; flex-wrap: wrap"><b data-for="i in ${rows}">x</b></div><p id="last">x</p>`,
    "pages/home/controller.ts": controller,
  });
  const { page } = await site.open(app, { beside: neighbour });
  await page.evaluate(() => testbed.mountBeside());
  await expect.poll(() => page.locator("#app b").count()).toBe(rows);
  const work = await watchWork(page);
  const before = await work();
  await page.getByRole("button", { name: "run" }).click();
  await page.locator("#beside button").click();
  expect(await page.textContent("#beside output")).toBe("1");
  return { page, worked: (await work()) - before };
}

const codes = (page: Page): Promise<string[]> => page.evaluate(() => testbed.reports.map(({ code }) => code));

test("a controller whose mutations take too long is stopped", async () => {
  const { page, worked } = await run(
    `let times = 0;
    export function run(): void {
      times++;
      for (let i = 0; i < 2000; i++) {
        rune.update_view("first", { style: "width: " + i.toString() + "px" });
        rune.scroll_to(i % 2 === 0 ? "last" : "first");
      }
    }`,
    20_000,
  );
  expect(await codes(page)).toEqual(["mutation_limit"]);
  expect(worked).toBeLessThan(4);
  await page.getByRole("button", { name: "run" }).click();
  await expect.poll(() => codes(page)).toContain("instance_stopped");
});

test("a batch lays the page out once, and is not endless", async () => {
  const controller = (count: number): string => `export function run(): void {
      let all = "";
      for (let i = 0; i < ${count}; i++) {
        all += ',{"type":"UpdateView","node_id":"first","props":{"hidden":' + (i % 2 === 0 ? "true" : "null") + '}}';
        all += ',{"type":"ScrollTo","target":"last"}';
      }
      rune.core_dispatch_mutation('{"type":"Batch","mutations":[' + all.slice(1) + "]}");
    }`;
  const many = await run(controller(501), 20_000);
  expect(await codes(many.page)).toEqual(["mutation_refused"]);
  const few = await run(controller(500), 20_000);
  expect(await codes(few.page)).toEqual([]);
  expect(few.worked).toBeLessThan(4);
});

test("many quick mutations are all carried out", async () => {
  const { page } = await run(
    `export function run(): void { for (let i = 0; i < 3000; i++) rune.replace_text("first", i.toString()); }`,
    10,
  );
  expect(await codes(page)).toEqual([]);
  expect(await page.textContent("#first")).toBe("2999");
});

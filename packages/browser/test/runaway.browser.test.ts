import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const controller = `export let shown = "before";
interface Item { next: Item | undefined }
function spin(n: number): number {
  let sum = n;
  for (;;) sum += 1; // spin
}
export function loop(): void { shown = String(spin(1)); }
export function hoard(): void {
  let last: Item | undefined;
  for (;;) last = { next: last }; // hoard
}
export async function wait(): Promise<void> {
  for (;;) await undefined; // wait
}
function read(item: Item): Item | undefined {
  return item.next!.next; // nothing
}
export function nothing(): void { shown = String(read({ next: undefined })); }
export function refuse(): void {
  throw new RangeError("no"); // refuse
}
export function greet(): void { shown = "hello"; }
`;

const names = ["loop", "hoard", "wait", "nothing", "refuse", "greet"];

async function open(options: object = {}): Promise<TestPageHandle> {
  const buttons = names.map((name) => `<button data-onclick="${name}">${name}</button>`).join("");
  return site.open(
    await compileTestApp({
      "pages/home/index.html": `<p data-bind="shown"></p>${buttons}`,
      "pages/home/controller.ts": controller,
    }),
    options,
  );
}

const lineOf = (mark: string): number => controller.split("\n").findIndex((line) => line.endsWith(`// ${mark}`)) + 1;
const click = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("button", { name, exact: true }).click();

async function firstReport(handle: TestPageHandle): Promise<{ code: string; location?: object; function?: string }> {
  await expect.poll(() => handle.codes(), { timeout: 100_000 }).not.toEqual([]);
  return handle.page.evaluate(() => {
    const { code, location, function: name } = testbed.reports[0]!;
    return { code, ...(location && { location }), ...(name !== undefined && { function: name }) };
  });
}

describe("a controller that never ends", () => {
  test.each([
    ["loop", "spin", "spin"],
    ["hoard", "hoard", "hoard"],
    ["wait", "wait", "wait"],
  ])(
    "is stopped at its author's place, and the page lives on: %s",
    async (name, inner, mark) => {
      const handle = await open();
      await click(handle, name);
      const report = await firstReport(handle);
      expect(report).toMatchObject({
        code: "guest_out_of_fuel",
        location: { file: "app/pages/home/controller.ts", line: lineOf(mark) },
        function: inner,
      });
      // The page answers; what was stopped stays so.
      await click(handle, "greet");
      await expect.poll(() => handle.codes()).toContain("instance_stopped");
      expect(await handle.page.locator("p").textContent()).toBe("before");
    },
    120_000,
  );
});

describe("the time that a controller can take", () => {
  test.each(["loop", "hoard", "wait"])("is a second of work at most: %s", async (name) => {
    const handle = await open();
    // What the renderer's thread has worked, whatever else the machine does.
    const session = await handle.page.context().newCDPSession(handle.page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const worked = async (): Promise<number> => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find((metric) => metric.name === "TaskDuration")?.value ?? Number.NaN;
    };
    const before = await worked();
    await click(handle, name);
    await firstReport(handle);
    expect((await worked()) - before).toBeLessThan(1);
  });

  test("is for the page around to choose", async () => {
    const handle = await open({ fuel: 1000 });
    await click(handle, "greet");
    await click(handle, "loop");
    expect(await firstReport(handle)).toMatchObject({ code: "guest_out_of_fuel" });
  });
});

describe("an error of a controller", () => {
  test.each([
    ["nothing", "read"],
    ["refuse", "refuse"],
  ])("is reported at its author's place, and the controller goes on: %s", async (name, inner) => {
    const handle = await open();
    await click(handle, name);
    expect(await firstReport(handle)).toMatchObject({
      code: "guest_threw",
      location: { file: "app/pages/home/controller.ts", line: lineOf(name) },
      function: inner,
    });
    await click(handle, "greet");
    await expect.poll(() => handle.page.locator("p").textContent()).toBe("hello");
  });
});

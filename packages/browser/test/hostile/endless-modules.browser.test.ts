import type { SealedPackage } from "@rune/archive";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "../harness/compile-test-app.ts";
import { compileNeighbour } from "../harness/neighbour.ts";
import { createTestSite, type TestSite } from "../harness/test-site.ts";

/*
 * Modules that never come to an end, wherever they are called: the page's thread works for a second at most, a report says why, and what else is on the
 * page goes on.
 */

let site: TestSite;
let neighbour: SealedPackage;
beforeAll(async () => {
  site = await createTestSite();
  neighbour = await compileNeighbour();
});
afterAll(() => site.close());

const spin = "let sum = 0; for (;;) sum += 1;";
const shown = "<p>shown</p>";
const button = `<button data-onclick="run">run</button>`;

interface Case {
  name: string;
  controller: string;
  /** Name of its file. @default "controller.ts" */
  file?: string;
  /** The page, with a button where something has to be done. @default a button */
  html?: string;
  /** Files beside the page's. */
  more?: Record<string, string>;
  /** Of the first report. @default "guest_out_of_fuel" */
  code?: string;
}

const cases: readonly Case[] = [
  { name: "a start", html: shown, controller: `export function start(): void { ${spin} }` },
  { name: "the module itself", html: shown, controller: `export let n = 0; for (;;) n += 1;` },
  { name: "a handler", controller: `export function run(): void { ${spin} }` },
  {
    name: "a function that a view calls",
    controller: `export let n = 1; export function twice(x: number): number { let sum = x; for (;;) sum += 1; }`,
    html: `<p data-for="i in 200" data-bind="twice(i + n)"></p>`,
  },
  {
    name: "a getter",
    controller: `export class Box { get value(): number { let sum = 0; for (;;) sum += 1; } }
      export let box = new Box();`,
    html: `<p data-for="i in 200" data-bind="box.value"></p>`,
  },
  {
    name: "a function of a component",
    controller: "export let n = 1;",
    html: `<p data-for="i in 50"><b data-use="spinner"></b></p>`,
    more: {
      "components/spinner.html": `<i data-bind="twice(1)"></i>`,
      "components/spinner.ts": `export function twice(x: number): number { let sum = x; for (;;) sum += 1; }`,
    },
  },
  {
    name: "a timer",
    html: shown,
    controller: `export function start(): void { setTimeout(() => { ${spin} }, 1); }`,
  },
  {
    name: "frames",
    html: shown,
    controller: `export function tick(): void { ${spin} }`,
  },
  {
    name: "recursion",
    controller: `function deep(n: number): number { return deep(n + 1) + 1; } export let n = 0; export function run(): void { n = deep(0); }`,
    code: "guest_threw",
  },
  {
    name: "arrays",
    controller: `export let kept: number[][] = []; export function run(): void { for (;;) kept.push(new Array<number>(1000).fill(7)); }`,
  },
  {
    name: "texts",
    controller: `export let text = "x"; export function run(): void { for (;;) text += text; }`,
    html: `${button}<p data-bind="text"></p>`,
  },
  {
    name: "mutations",
    controller: `export function run(): void { for (;;) rune.update_data("home", { x: 1 }); }`,
    html: `${button}<p></p>`,
  },
  {
    name: "errors that are caught",
    controller: `export let n = 0; export function run(): void { for (;;) { try { throw new Error("x"); } catch { n++; } } }`,
  },
  {
    name: "promises",
    controller: `export let n = 0; async function next(): Promise<void> { n++; await undefined; void next(); void next(); }
      export function run(): void { void next(); }`,
  },
  {
    name: "timers",
    controller: `export function run(): void { for (;;) setTimeout(() => {}, 0); }`,
    code: "timer_limit",
  },
  {
    name: "logs",
    controller: `export function run(): void { for (;;) console.log("x"); }`,
  },
  {
    name: "events",
    controller: `export let n = 1; export function hear(): void { n++; }`,
    html: `<b data-use="teller" data-on-said="hear"></b>`,
    more: {
      "components/teller.html": button,
      "components/teller.ts": `export function run(): void { for (;;) rune.emit("said", 1); }`,
    },
  },
  {
    name: "events that follow from each other",
    controller: `export let n = 0; export function hear(): void { n++; }`,
    html: `<button data-onclick="hear">run</button><i data-for="i in n"><b data-use="teller" data-on-said="hear"></b></i>`,
    more: {
      "components/teller.html": "<i></i>",
      "components/teller.ts": `export function start(): void { rune.emit("said", 1); }`,
    },
    code: "turns_endless",
  },
  {
    name: "a start in linear memory",
    html: shown,
    file: "controller.as.ts",
    controller: `export function start(): void { ${spin} }`,
  },
  {
    name: "the module itself in linear memory",
    html: shown,
    file: "controller.as.ts",
    controller: `let n = 0; for (;;) n += 1; export function get(): i32 { return n; }`,
  },
  {
    name: "a handler in linear memory",
    file: "controller.as.ts",
    controller: `export function run(): void { ${spin} }`,
  },
  {
    name: "a function in linear memory that a view calls",
    file: "controller.as.ts",
    controller: `export function twice(x: i32): i32 { let sum = 0; while (x >= 0) sum += 1; return sum; }`,
    html: `<p data-for="i in 200" data-bind="twice(i)"></p>`,
  },
  {
    name: "linear memory that is taken for ever",
    file: "controller.as.ts",
    controller: `const kept: Array<i32>[] = []; export function run(): void { for (;;) kept.push(new Array<i32>(1000)); }`,
    code: "guest_trapped",
  },
  {
    name: "linear memory that is copied for ever",
    file: "controller.as.ts",
    controller: `export function run(): void { memory.grow(100); for (;;) memory.copy(0, 65536, 6000000); }`,
  },
  {
    name: "logs from linear memory",
    file: "controller.as.ts",
    controller: `export function run(): void { for (;;) rune.log_info("x"); }`,
  },
];

/** Loops of which a tick takes long: the clock stops them. */
const slow: readonly Case[] = [
  {
    name: "divisions",
    controller: `export let n = 0; export function run(): void { let a = 1.5; let b = 3.7;
      for (;;) { ${"a = b / a; b = a / b; ".repeat(8)} n = a; } }`,
  },
  {
    name: "divisions in linear memory",
    file: "controller.as.ts",
    controller: `export function run(): void { let a: u64 = 18446744073709551557; let b: u64 = 3; let n: u64 = 0;
      for (;;) { ${"a = 18446744073709551557 / b; b = 9 + (a & 7); ".repeat(8)} n += a; if (n == 0) return; } }`,
  },
  {
    name: "memory that is read in no order",
    controller: `export let n = 0; export function run(): void {
      const next = new Int32Array(${2 ** 22});
      for (let i = 0; i < next.length; i++) next[i] = (Math.imul(i, 1664525) + 1013904223) & ${2 ** 22 - 1};
      let x = 0; for (;;) { ${"x = next[x]; ".repeat(16)} n = x; } }`,
  },
  {
    name: "linear memory that is read in no order",
    file: "controller.as.ts",
    controller: `export function run(): void {
      const start = memory.size() << 16; memory.grow(256);
      for (let i = 0; i < ${2 ** 22}; i++) store<i32>(start + (i << 2), (i * 1664525 + 1013904223) & ${2 ** 22 - 1});
      let x = 0; let n = 0; for (;;) { ${"x = load<i32>(start + (x << 2)); ".repeat(16)} n += x; if (n == -1) return; } }`,
  },
  {
    name: "the module itself, slowly",
    html: shown,
    controller: `export let n = 1.5; let b = 3.7; for (;;) { ${"n = b / n; b = n / b; ".repeat(8)} }`,
  },
];

/** Asks for the seconds that the page's thread has worked, whatever else the machine does. */
async function watchWork(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
}

test.each([...cases, ...slow])(
  "$name",
  async ({ controller, html = button, file = "controller.ts", more = {}, code = "guest_out_of_fuel" }) => {
    const files = { "pages/home/index.html": html, [`pages/home/${file}`]: controller, ...more };
    const app = await compileTestApp(files);
    const { page } = await site.open(app, { beside: neighbour, isMounted: false });
    await page.evaluate(() => testbed.mountBeside());
    const worked = await watchWork(page);
    const before = await worked();
    const begin = performance.now();
    // Who is attached to the browser has each line of its console sent, which takes the page's thread longer than all else.
    await page.evaluate(() => {
      const take = (): void => {};
      return testbed.mount({ providers: { log: { debug: take, info: take, warn: take, error: take } } });
    });
    const isPressed = Object.values(files).some((text) => text.includes("run</button>"));
    if (isPressed) await page.getByRole("button", { name: "run" }).click();
    const findReports = (): Promise<string[]> =>
      page.evaluate(() => [...testbed.reports, ...(testbed.failure ? [testbed.failure] : [])].map((each) => each.code));
    await expect.poll(async () => (await findReports())[0]).toBe(code);
    expect((await worked()) - before).toBeLessThan(1);
    // Nothing goes on behind the report, and the rest of the page answers.
    await page.locator("#beside button").click();
    expect(await page.textContent("#beside output")).toBe("1");
    const seconds = (performance.now() - begin) / 1000;
    const reports = await findReports();
    for (const each of new Set(reports)) {
      const { length } = reports.filter((other) => other === each);
      expect(length, each).toBeLessThanOrEqual(100 * (Math.floor(seconds) + 1));
    }
  },
);

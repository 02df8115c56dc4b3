import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

async function open({ html, controller }: { html: string; controller: string }): Promise<TestPageHandle> {
  const files = { "pages/home/index.html": html, "pages/home/controller.ts": controller };
  return site.open(await compileTestApp(files));
}

const text = (handle: TestPageHandle): Promise<string[]> => handle.page.locator("p").allTextContents();
const click = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("button", { name, exact: true }).click();

test("dates show as texts that ISO 8601 has", async () => {
  const handle = await open({
    html: `<p data-bind="due"></p><p data-bind="\`due \${due}\`"></p><p><time data-bind-datetime="due" data-bind="day(due)"></time></p>
      <button data-onclick="postpone">postpone</button>`,
    controller: `
      export let due = new Date(0);
      export function day(date: Date): string { return date.toISOString().slice(0, 10); }
      export function postpone(): void { due = new Date(86400000); }`,
  });
  expect(await text(handle)).toEqual(["1970-01-01T00:00:00.000Z", "due 1970-01-01T00:00:00.000Z", "1970-01-01"]);
  await click(handle, "postpone");
  expect(await text(handle)).toEqual(["1970-01-02T00:00:00.000Z", "due 1970-01-02T00:00:00.000Z", "1970-01-02"]);
  expect(await handle.page.locator("time").getAttribute("datetime")).toBe("1970-01-02T00:00:00.000Z");
});

test("what fails in a function that the view calls is told once for as long as it stays the same", async () => {
  const handle = await open({
    html: `<p data-for="row in rows" data-bind="label(row)"></p><button data-onclick="more">more</button>`,
    controller: `
      export let rows = ["a", "a"];
      let failure = "bad";
      export function label(row: string): string {
        if (rows.length > 2) throw new Error(failure);
        return row;
      }
      export function more(): void { failure = rows.length < 4 ? "bad" : "worse"; rows.push("a"); }`,
  });
  expect(await text(handle)).toEqual(["a", "a"]);
  for (const [rows, failures] of [
    [3, ["bad"]],
    [4, ["bad"]],
    [5, ["bad", "worse"]],
    [6, ["bad", "worse"]],
  ] as const) {
    await click(handle, "more");
    expect(await text(handle)).toHaveLength(rows);
    const told = await handle.page.evaluate(() => testbed.reports.map(({ message }) => message));
    expect(told.map((message) => /Error: (\w+)/.exec(message)?.[1])).toEqual(failures);
  }
});

test("what fails in a function that the view calls before the controller has started is told only if it still does after", async () => {
  const handle = await site.open(
    await compileTestApp({
      "components/tags.html": `<i data-bind="joined()"></i>`,
      "components/tags.ts": `let names: string[] | undefined;
        export function joined(): string { return names!.join(); }
        export function start(): void { names = ["c", "d"]; }`,
      "pages/home/index.html": `<p data-bind="joined(recipe.tags)"></p><p data-bind="never()"></p><p data-use="tags"></p>
        <button data-onclick="leave">leave</button>`,
      "components/bad.html": `<i data-bind="never()"></i>`,
      "components/bad.ts": `export function never(): string { throw new Error("nowhere"); }`,
      "pages/home/controller.ts": `export let recipe: { tags: string[] };
        export function joined(tags: string[]): string { return tags.join(); }
        export function never(): string { throw new Error("never"); }
        export function start(): void { recipe = { tags: ["a", "b"] }; }
        export function leave(): void { rune.navigate("/other"); }`,
      "pages/other/index.html": `<p data-use="tags"></p><b data-use="bad" data-if="isOpen"></b><button data-onclick="open">open</button>`,
      "pages/other/controller.ts": `export let isOpen = false; export function open(): void { isOpen = true; }`,
    }),
  );
  const messages = (): Promise<string[]> => handle.page.evaluate(() => testbed.reports.map(({ message }) => message));
  expect(await text(handle)).toEqual(["a,b", "", "c,d"]);
  expect(await messages()).toEqual([expect.stringContaining("never")]);
  await click(handle, "leave");
  await expect.poll(() => text(handle)).toEqual(["c,d"]);
  await click(handle, "open");
  await expect.poll(messages).toEqual([expect.stringContaining("never"), expect.stringContaining("nowhere")]);
});

test("a bigint is one wherever it comes from, in the first frame and after", async () => {
  const app = await compileTestApp({
    "pages/home/index.html": `<p data-bind="big() == same"></p><p data-bind="big() != other"></p><p data-bind="\`\${big()} \${same}\`"></p>
      <button data-onclick="more">more</button>`,
    "pages/home/controller.ts": `export let same = 1n; export const other = 2n;
      export function big(): bigint { return same; }
      export function more(): void { same++; }`,
  });
  const framed = await site.open(app, { hasFrame: true, isMounted: false });
  expect(await text(framed)).toEqual(["true", "true", "1 1"]);
  const handle = await site.open(app);
  expect(await text(handle)).toEqual(["true", "true", "1 1"]);
  await click(handle, "more");
  expect(await text(handle)).toEqual(["true", "false", "2 2"]);
});

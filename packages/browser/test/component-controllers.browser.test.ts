import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** An app of files below `app`. */
async function open(files: Record<string, string>): Promise<TestPageHandle> {
  return site.open(await compileTestApp(files));
}

const text = (handle: TestPageHandle, selector: string): Promise<string[]> =>
  handle.page.locator(selector).allTextContents();
const click = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("button", { name, exact: true }).click();

const counter = {
  "components/counter.html": `<b data-bind="label"></b><i data-bind="count"></i><u data-bind="double()"></u>
    <button data-onclick="add(step)" data-bind="'add ' + label"></button>`,
  "components/counter.ts": `export let label = "none";
    export let count = 0;
    export let step = 1;
    export function double(): number { return count * 2; }
    export function add(n: number): void { count += n; }`,
};

describe("a component's controller", () => {
  test("has a state for each time that the component shows, and is given what the use gives it", async () => {
    const handle = await open({
      ...counter,
      "pages/home/index.html": `<p data-use="counter" data-prop-label="'a'"></p><p data-use="counter" data-prop-label="name" data-prop-step="by"></p>
        <p data-use="counter"></p><button data-onclick="rename">rename</button>`,
      "pages/home/controller.ts": `export let name = "b"; export let by = 10; export function rename(): void { name += "!"; by = 100; }`,
    });
    expect(await text(handle, "b")).toEqual(["a", "b", "none"]);
    await click(handle, "add a");
    await click(handle, "add b");
    await click(handle, "add b");
    expect(await text(handle, "i")).toEqual(["1", "20", "0"]);
    expect(await text(handle, "u")).toEqual(["2", "40", "0"]);
    await click(handle, "rename");
    expect(await text(handle, "b")).toEqual(["a", "b!", "none"]);
    await click(handle, "add b!");
    expect(await text(handle, "i")).toEqual(["1", "120", "0"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("works in a page that has none", async () => {
    const handle = await open({
      ...counter,
      "pages/home/index.html": `<p data-for="name in names" data-use="counter" data-prop-label="name"></p>`,
      "pages/home/data.json": `{ "names": ["x", "y"] }`,
    });
    await click(handle, "add y");
    await handle.page.getByText("1", { exact: true }).waitFor();
    expect(await text(handle, "i")).toEqual(["0", "1"]);
    expect(await text(handle, "b")).toEqual(["x", "y"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("moves with its row, starts when it shows and stops when it goes", async () => {
    const handle = await open({
      "log.ts": `export const lines: string[] = [];`,
      "components/item.html": `<b data-bind="person.name"></b><i data-bind="count"></i><button data-onclick="add" data-bind="'add ' + person.name"></button>`,
      "components/item.ts": `import { lines } from "../log.ts";
        export let person = { id: 0, name: "" };
        export let count = 0;
        lines.push("made " + person.name);
        export function start(params: { id?: string }): void { lines.push("start " + person.name + (params.id ?? "")); count = 1; }
        export function stop(): void { lines.push("stop " + person.name); }
        export function add(): void { count++; person.name += "!"; }`,
      "pages/home/index.html": `<ul><li data-for="person in people" data-key="person.id" data-use="item" data-prop-person="person"></li></ul>
        <p data-bind="log()"></p><button data-onclick="turn">turn</button><button data-onclick="drop">drop</button><button data-onclick="add">new</button>`,
      "pages/home/controller.ts": `import { lines } from "../../log.ts";
        export const people = [{ id: 1, name: "Ada" }, { id: 2, name: "Bob" }];
        export function log(): string { return lines.join(", "); }
        export function start(): void { lines.push("page"); }
        export function turn(): void { people.reverse(); }
        export function drop(): void { people.shift(); }
        export function add(): void { people.push({ id: 3, name: "Cid" }); }`,
    });
    expect(await text(handle, "p")).toEqual(["page, made , made , start Ada, start Bob"]);
    expect(await text(handle, "i")).toEqual(["1", "1"]);
    await click(handle, "add Ada");
    await click(handle, "turn");
    expect(await text(handle, "b")).toEqual(["Bob", "Ada!"]);
    expect(await text(handle, "i")).toEqual(["1", "2"]);
    await click(handle, "drop");
    await click(handle, "new");
    expect(await text(handle, "b")).toEqual(["Ada!", "Cid"]);
    expect(await text(handle, "i")).toEqual(["2", "1"]);
    expect((await text(handle, "p"))[0]).toMatch(/start Bob, stop Bob, made , start Cid$/);
    expect(await handle.codes()).toEqual([]);
  });

  test("nests and recurs, in templates of a page too", async () => {
    const handle = await open({
      "components/branch.html": `<button data-onclick="toggle" data-bind="node.name"></button><ul data-if="isOpen">
          <li data-for="child in node.children" data-use="branch" data-prop-node="child" data-on-opened="tell"></li></ul>`,
      "components/branch.ts": `interface Node { name: string; children: Node[] }
        export let node: Node = { name: "", children: [] };
        export let isOpen = false;
        export function toggle(): void { isOpen = !isOpen; rune.emit("opened", { name: node.name }); }
        export function tell(): void { rune.emit("opened", { name: node.name + " of" }); }`,
      "pages/home/index.html": `<div data-use="branch" data-prop-node="root" data-on-opened="note($event.detail.name, $event.type)"></div><p data-bind="last"></p>
        <template data-component="inner" data-controller="./inner.ts"><s data-bind="n + size"></s><button data-onclick="more">more</button></template>
        <div data-use="inner" data-prop-size="5"></div>`,
      "pages/home/inner.ts": `export let n = 1; export function more(): void { n++; }`,
      "pages/home/controller.ts": `interface Node { name: string; children: Node[] }
        export const root: Node = { name: "r", children: [{ name: "a", children: [{ name: "b", children: [] }] }, { name: "c", children: [] }] };
        export let last = "";
        export function note(name: string, type: string): void { last += type + ":" + name + ";"; }`,
    });
    await click(handle, "r");
    await click(handle, "a");
    await click(handle, "b");
    expect(await text(handle, "li > button")).toEqual(["a", "b", "c"]);
    expect(await text(handle, "p")).toEqual(["opened:r;opened:r of;opened:r of;"]);
    await click(handle, "a");
    expect(await text(handle, "li > button")).toEqual(["a", "c"]);
    await click(handle, "more");
    expect(await text(handle, "s")).toEqual(["7"]);
    expect(await handle.codes()).toEqual([]);
  });
});

describe("what a component does later", () => {
  const file = `export let name = "";
    export let n = 0;
    let timer = 0;
    export async function ask(): Promise<void> { await null; rune.emit("said", name); n++; await null; n++; rune.focus("field"); }
    export function tick(): void {}
    export function every(): void { rune.set_interval("t", 5); setInterval(() => { n += 100; rune.emit("said", "own"); }, 5); }
    export function on_timer(id: string): void { n++; rune.emit("said", id + " of " + name); rune.clear_timer(id); }`;
  const home = (
    inside: string,
  ): string => `<div data-if="isOn"><p data-for="name in names" data-use="later" data-prop-name="name" data-on-said="hear($event.detail)"></p></div>
    ${inside}<s data-bind="heard"></s><button data-onclick="off">off</button>`;
  const page = `export let isOn = true; export const names = ["a", "b"]; export let heard = "";
    export function hear(what: string): void { heard += what + ";"; } export function off(): void { isOn = false; }`;

  test("belongs to it: events after an await, the focus, timers of the same name", async () => {
    const handle = await open({
      "components/later.html": `<input data-ref="field"><i data-bind="n"></i><button data-onclick="ask" data-bind="'ask ' + name"></button><button data-onclick="every" data-bind="'every ' + name"></button>`,
      "components/later.ts": file.replace(/ setInterval.*/, " }").replace("export function tick(): void {}", ""),
      "pages/home/index.html": home(""),
      "pages/home/controller.ts": page,
    });
    await click(handle, "ask b");
    await expect.poll(() => text(handle, "s")).toEqual(["b;"]);
    expect(await text(handle, "i")).toEqual(["0", "2"]);
    expect(
      await handle.page
        .locator("input")
        .nth(1)
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await handle.page.evaluate(() => {
      for (const button of document.querySelectorAll("button"))
        if (button.textContent?.startsWith("every")) button.click();
    });
    await expect.poll(async () => (await text(handle, "s"))[0]?.split(";").sort().join()).toBe(",b,t of a,t of b");
    expect(await text(handle, "i")).toEqual(["1", "3"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("ends with it", async () => {
    const handle = await open({
      "components/later.html": `<i data-bind="n"></i><button data-onclick="every" data-bind="'every ' + name"></button>`,
      "components/later.ts": file.replace("export function tick(): void {}", ""),
      "pages/home/index.html": home(""),
      "pages/home/controller.ts": page,
    });
    await click(handle, "every a");
    await expect.poll(async () => (await text(handle, "s"))[0]).toContain("own;");
    await click(handle, "off");
    const heard = await text(handle, "s");
    await handle.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await text(handle, "s")).toEqual(heard);
    expect(await handle.codes()).toEqual([]);
  });

  test("begins nothing that lasts once it is gone", async () => {
    const handle = await open({
      "log.ts": `export const log: string[] = [];`,
      "components/late.html": `<i>there</i>`,
      "components/late.ts": `import { log } from "../log.ts";
        export function stop(): void {
          setTimeout(() => { log.push("once"); setInterval(() => log.push("interval"), 5); rune.set_timeout("named", 5); }, 10);
          void later();
        }
        async function later(): Promise<void> { await new Promise<void>((resolve) => setTimeout(resolve, 10)); setInterval(() => log.push("awaited"), 5); }
        export function on_timer(id: string): void { log.push(id); }`,
      "pages/home/index.html": `<div data-if="isOn" data-use="late"></div><button data-onclick="off">off</button><u data-bind="heard()"></u><b data-bind="waited"></b>`,
      "pages/home/controller.ts": `import { log as all } from "../../log.ts"; export function heard(): string { return all.join(); } export let isOn = true; export let waited = 0;
        export function off(): void { isOn = false; setInterval(() => { waited++; }, 10); }`,
    });
    await click(handle, "off");
    await expect.poll(async () => Number(await text(handle, "b").then(([b]) => b))).toBeGreaterThan(20);
    expect(await text(handle, "u")).toEqual(["once"]);
    expect(await handle.codes()).toEqual([]);
  });
});

describe("a component that fails", () => {
  test("is told of by file and view; the rest of the page, and others of its kind, go on", async () => {
    const source = `export let mode = "";
      export let n = 0;
      export function start(): void { if (mode === "start") throw new Error("no start"); n = 1; }
      export function add(): void { n++; if (mode === "handler") throw new Error("no add"); if (mode === "trap") { const none: { n: number }[] = []; n = none[1].n; } }`;
    const handle = await open({
      "components/weak.html": `<i data-bind="n"></i><button data-onclick="add" data-bind="mode"></button>`,
      "components/weak.ts": source,
      "components/broken.html": `<b>never</b>`,
      "components/broken.ts": `export const x = ((): number => { throw new RangeError("no begin"); })();`,
      "pages/home/index.html": `<p data-for="mode in modes" data-use="weak" data-prop-mode="mode"></p><p data-use="broken"></p><u data-bind="left()"></u>`,
      "pages/home/controller.ts": `export const modes = ["fine", "start", "handler", "trap"]; export function left(): number { return modes.length; }`,
    });
    await handle.page.getByText("trap").waitFor();
    expect(await text(handle, "b")).toEqual([]);
    expect(await text(handle, "i")).toEqual(["1", "0", "1", "1"]);
    for (const mode of ["fine", "start", "handler", "trap"]) await click(handle, mode);
    expect(await text(handle, "i")).toEqual(["2", "1", "2", "2"]);
    expect(await text(handle, "u")).toEqual(["4"]);
    const reports = await handle.page.evaluate(() =>
      testbed.reports.map(({ view, location, function: name }) => [view, name, location?.file]),
    );
    const weak = (name: string): unknown[] => ["components/weak", name, "app/components/weak.ts"];
    expect(reports).toHaveLength(4);
    expect(reports[0]?.[2]).toBe("app/components/broken.ts");
    expect(reports[0]?.[0]).toBe("components/broken");
    expect(reports.slice(1)).toEqual([weak("start"), weak("add"), weak("add")]);
  });

  test("by what was entered before it was there, and cannot be, keeps no other from starting", async () => {
    const app = await compileTestApp({
      "components/amount.html": `<input data-model="amount"><i data-bind="amount"></i><b data-bind="isReady"></b>`,
      "components/amount.ts": `export let amount = 1; export let isReady = false; export function start(): void { isReady = true; }`,
      "pages/home/index.html": `<p data-for="n in 3" data-use="amount"></p>`,
    });
    const handle = await site.open(app, { isMounted: false });
    let release = (): void => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await handle.page.route("**/*.wasm", async (route) => {
      await released;
      await route.continue();
    });
    await handle.page.evaluate(() => void testbed.mount({ verify: "used" }));
    const fields = handle.page.locator("input");
    await fields.first().fill("many");
    await fields.nth(1).fill("7");
    release();
    await handle.page.getByText("true").nth(2).waitFor();
    expect(await text(handle, "i")).toEqual(["1", "7", "1"]);
    expect(await handle.page.evaluate(() => testbed.reports.map(({ code, view }) => [code, view]))).toEqual([
      ["guest_threw", "components/amount"],
    ]);
  });

  test("cannot make the page run for ever by its events", async () => {
    const handle = await open({
      "components/again.html": `<i>there</i>`,
      "components/again.ts": `export function start(): void { rune.emit("started"); }`,
      "pages/home/index.html": `<p data-for="n in list" data-key="n" data-use="again" data-on-started="again"></p><u data-bind="turns"></u>`,
      "pages/home/controller.ts": `export let list = [0]; export let turns = 0; export function again(): void { turns++; list = [turns]; }`,
    });
    await expect.poll(() => handle.codes()).toContain("turns_endless");
    expect(await text(handle, "i")).toEqual(["there"]);
  });
});

test("components that have come and gone leave nothing behind", async () => {
  const handle = await open({
    "components/item.html": `<i data-bind="count"></i>`,
    "components/item.ts": `export let id = 0; export let count = 0; const room: number[] = [];
      export function start(): void { for (let i = 0; i < 200; i++) room.push(i); count = room.length + id; rune.set_interval("t", 60000); }
      export function stop(): void {} export function on_timer(id: string): void {}`,
    "pages/home/index.html": `<p data-for="n in list" data-key="n" data-use="item" data-prop-id="n"></p><button data-onclick="next">next</button>`,
    "pages/home/controller.ts": `export let list: number[] = []; let from = 0;
      export function next(): void { list = []; for (let i = 0; i < 500; i++) list.push(from++); }`,
  });
  await handle.page.locator("button").waitFor();
  const session = await handle.page.context().newCDPSession(handle.page);
  const turn = (times: number): Promise<void> =>
    handle.page.evaluate(async (count) => {
      for (let i = 0; i < count; i++) {
        document.querySelector("button")?.click();
        // What a module may do in a turn of the event loop is limited, also by the clock.
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, times);
  const measure = async (): Promise<number> => {
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize;
  };
  // What is compiled and kept once is there by then.
  await turn(10);
  expect(await text(handle, "i")).toHaveLength(500);
  const before = await measure();
  await turn(20);
  const after = await measure();
  expect((await text(handle, "i")).at(-1)).toBe(String(200 + 30 * 500 - 1));
  expect(after / before).toBeLessThan(1.05);
  expect(await handle.codes()).toEqual([]);
}, 120_000);

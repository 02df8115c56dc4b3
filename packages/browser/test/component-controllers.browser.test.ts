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

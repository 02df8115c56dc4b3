import type { Binding, Expression, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** An app of a page `home` with its controller, and components by name. */
async function open(
  html: string,
  controller: string,
  components: Record<string, string> = {},
): Promise<TestPageHandle> {
  const files = Object.entries(components).map(([name, text]) => [`components/${name}.html`, text] as const);
  return site.open(
    await compileTestApp({
      "pages/home/index.html": html,
      "pages/home/controller.ts": controller,
      ...Object.fromEntries(files),
    }),
  );
}

const text = (handle: TestPageHandle, selector: string): Promise<string[]> =>
  handle.page.locator(selector).allTextContents();
const click = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("button", { name, exact: true }).click();

const people = `
  interface Person { id: number; name: string }
  export const people: Person[] = [{ id: 1, name: "Ada" }, { id: 2, name: "Bob" }];
  export let selected = 0;
  export let factor = 2;
  export function choose(person: Person): void { selected = person.id; person.name += "!"; }
  export function turn(): void { people.reverse(); factor += 1; }
  export function drop(): void { people.shift(); }`;

describe("a component", () => {
  test("shows what it is given, and follows it", async () => {
    const handle = await open(
      `<ul><li data-for="(person, i) in people" data-key="person.id" data-use="card" class="row" data-class-on="person.id == selected"
        data-prop-person="person" data-prop-place="i" data-prop-is-chosen="person.id == selected" data-prop-sum="factor + i"
        data-onclick="choose(person)"></li></ul>
       <button data-onclick="turn">turn</button><button data-onclick="drop">drop</button>`,
      people,
      {
        card: `<b data-bind="person.name"></b><i data-bind="place"></i><u data-bind="sum"></u><em data-if="isChosen">chosen</em><s data-bind="isChosen ? 'y' : 'n'"></s>`,
      },
    );
    expect(await text(handle, "li")).toEqual(["Ada02n", "Bob13n"]);
    const second = await handle.page.locator("li").nth(1).elementHandle();
    await handle.page.locator("li").nth(1).click();
    expect(await text(handle, "li")).toEqual(["Ada02n", "Bob!13choseny"]);
    expect(await handle.page.locator("li.on").count()).toBe(1);
    await handle.page.locator("li b").first().click();
    expect(await text(handle, "li")).toEqual(["Ada!02choseny", "Bob!13n"]);
    await click(handle, "turn");
    expect(await text(handle, "li")).toEqual(["Bob!03n", "Ada!14choseny"]);
    expect(await second?.evaluate((node) => node === node.parentElement?.firstElementChild)).toBe(true);
    await click(handle, "drop");
    expect(await text(handle, "li")).toEqual(["Ada!03choseny"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("has slots, whose content belongs to the page around", async () => {
    const handle = await open(
      `<section data-for="person in people" data-key="person.id" data-use="panel" data-prop-name="'p' + person.id">
         <h2 slot="title" data-bind="person.name"></h2>
         <p data-bind="factor"></p><button data-onclick="choose(person)" data-bind="'choose ' + person.id"></button>
       </section>
       <section data-use="panel" data-prop-name="'empty'"></section>
       <button data-onclick="turn">turn</button>`,
      people,
      {
        panel: `<header data-bind="name"></header><slot name="title"><h2>untitled</h2></slot>
          <div data-for="n in 2"><slot><small data-bind="name + n"></small></slot></div>`,
      },
    );
    expect(await text(handle, "header")).toEqual(["p1", "p2", "empty"]);
    expect(await text(handle, "h2")).toEqual(["Ada", "Bob", "untitled"]);
    expect(await text(handle, "p")).toEqual(["2", "2", "2", "2"]);
    expect(await text(handle, "small")).toEqual(["empty1", "empty2"]);
    await handle.page.getByRole("button", { name: "choose 2" }).last().click();
    await click(handle, "turn");
    expect(await text(handle, "h2")).toEqual(["Bob!", "Ada", "untitled"]);
    expect(await text(handle, "p")).toEqual(["3", "3", "3", "3"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("can hold itself: a tree", async () => {
    const handle = await open(
      `<template data-component="tree"><b data-bind="node.name"></b><i data-bind="level"></i><ul data-if="node.children.length > 0">
         <li data-for="child in node.children" data-use="tree" data-prop-node="child" data-prop-level="level + 1"></li></ul></template>
       <div data-use="tree" data-prop-node="root" data-prop-level="0"></div><button data-onclick="grow">grow</button>`,
      `interface Node { name: string; children: Node[] }
       export const root: Node = { name: "r", children: [{ name: "a", children: [{ name: "b", children: [] }] }, { name: "c", children: [] }] };
       export function grow(): void {
         let last = root;
         while (last.children.length > 0) last = last.children[0];
         last.children.push({ name: "new", children: [] });
         root.name = "R";
       }`,
    );
    expect(await text(handle, "b")).toEqual(["r", "a", "b", "c"]);
    expect(await text(handle, "i")).toEqual(["0", "1", "2", "1"]);
    await click(handle, "grow");
    await click(handle, "grow");
    expect(await text(handle, "b")).toEqual(["R", "a", "b", "new", "new", "c"]);
    expect(await text(handle, "i")).toEqual(["0", "1", "2", "3", "4", "1"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("stands without an element on a template, in tables and beside an else", async () => {
    const handle = await open(
      `<table><tbody><tr data-for="person in people" data-use="cells" data-prop-person="person"></tr></tbody></table>
       <main><template data-if="selected == 0" data-use="note"><b>nobody</b></template><template data-else data-use="note"><i>somebody</i></template></main>
       <button data-onclick="choose(people[0])">choose</button>`,
      people,
      { cells: `<td data-bind="person.id"></td><td data-bind="person.name"></td>`, note: `<slot></slot>` },
    );
    const table = (): Promise<string> => handle.page.locator("tbody").innerText();
    expect(await table()).toBe("1\tAda\n2\tBob");
    expect(await handle.page.locator("main").innerText()).toBe("nobody");
    await click(handle, "choose");
    expect(await table()).toBe("1\tAda!\n2\tBob");
    expect(await handle.page.locator("main").innerText()).toBe("somebody");
    expect(await handle.page.locator("main > i").count()).toBe(1);
    expect(await handle.codes()).toEqual([]);
  });

  test("is defined where it is used, and sees only what it is given", async () => {
    const handle = await open(
      `<form data-component="search" data-prop-query="people[0].name" data-if="selected == 0" class="box"><input id="query" data-bind-value="query"></form>
       <button data-onclick="choose(people[1])">choose</button>`,
      people,
    );
    expect(await handle.page.locator("form.box input#query").inputValue()).toBe("Ada");
    await click(handle, "choose");
    expect(await handle.page.locator("form").count()).toBe(0);
    expect(await handle.codes()).toEqual([]);
  });

  test("shows what has no module: data of the page, and what updates set", async () => {
    const sealed = await compileTestApp({
      "pages/home/index.html": `<p data-for="item in items" data-use="entry" data-prop-item="item" data-prop-unit="unit"></p><button data-onclick="more">more</button>`,
      "pages/home/data.json": `{ "items": [{ "n": 1 }, { "n": 2 }], "unit": "kg" }`,
      "pages/home/controller.as.ts": `export function more(): void { rune.update_data("home", { unit: "g" }); }`,
      "components/entry.html": `<b data-bind="item.n"></b><i data-bind="unit"></i><template data-use="unit-name" data-prop-unit="unit"></template>`,
      "components/unit-name.html": `<u data-bind="unit == 'g' ? 'gram' : 'kilogram'"></u>`,
    });
    const handle = await site.open(sealed);
    expect(await text(handle, "p")).toEqual(["1kgkilogram", "2kgkilogram"]);
    await click(handle, "more");
    expect(await text(handle, "p")).toEqual(["1ggram", "2ggram"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("has nodes that the page's controller reaches by their names", async () => {
    const handle = await open(
      `<div data-use="field" data-prop-label="label"></div><button data-onclick="go">go</button>`,
      `export let label = "Name"; export function go(): void { rune.focus("field"); }`,
      { field: `<label><span data-bind="label"></span><input data-ref="field"></label>` },
    );
    await click(handle, "go");
    expect(await handle.page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    expect(await handle.codes()).toEqual([]);
  });

  test("is nested in another, with content that goes through both", async () => {
    const handle = await open(
      `<div data-use="outer" data-prop-title="people[0].name"><b data-bind="factor"></b></div><button data-onclick="turn">turn</button>`,
      people,
      {
        outer: `<div data-use="inner" data-prop-label="title + '?'"><i data-bind="title"></i><slot></slot></div>`,
        inner: `<p data-bind="label"></p><slot></slot>`,
      },
    );
    const all = (): Promise<string | null> => handle.page.locator("#app").textContent();
    expect(await all()).toContain("Ada?Ada2");
    await click(handle, "turn");
    expect(await all()).toContain("Bob?Bob3");
    expect(await handle.codes()).toEqual([]);
  });
});

describe("views of a package that no compiler of ours has made", () => {
  const use = (at: number[], view: string): Binding => ({ type: "component", at, view });

  test("that hold themselves are cut, and the page lives", async () => {
    const handle = await site.open({
      pages: {
        home: {
          nodes: [["p", {}, "home"], null, null],
          bindings: [use([1], "loop"), use([2], "twice")],
          isStatic: true,
        },
        loop: { pattern: "/loop", nodes: [["i", {}], null], bindings: [use([1], "loop")], isStatic: true },
        twice: {
          pattern: "/twice",
          nodes: [["b", {}], null, null],
          bindings: [use([1], "twice"), use([2], "twice")],
          isStatic: true,
        },
      },
    });
    expect(await handle.codes()).toEqual(["component_too_deep", "component_too_deep"]);
    expect(await handle.page.locator("i").count()).toBe(200);
    expect(await handle.page.locator("b").count()).toBeLessThan(10_000);
    expect(await handle.page.locator("p").count()).toBe(1);
  });

  test("that double with each level are cut where a page has too many components", async () => {
    const levels = Array.from({ length: 20 }, (_, i) => [
      `level${i}`,
      {
        pattern: `/${i}`,
        nodes: [["i", {}], null, null] as ViewNode[],
        bindings: i < 19 ? [use([1], `level${i + 1}`), use([2], `level${i + 1}`)] : [],
        isStatic: true,
      },
    ]);
    const home = { nodes: [["p", {}, "home"], null] as ViewNode[], bindings: [use([1], "level0")], isStatic: true };
    const handle = await site.open({ pages: { home, ...Object.fromEntries(levels) } });
    expect(new Set(await handle.codes())).toEqual(new Set(["component_too_many"]));
    expect(await handle.page.locator("p").count()).toBe(1);
    expect(await handle.page.locator("i").count()).toBeLessThan(50_000);
  });

  test("leave nothing behind when they go, however often", async () => {
    const left: Expression = ["data", "left"];
    const chain = (value: Expression): Binding =>
      ({ ...use([0], "chain"), props: [{ name: "left", value }] }) as Binding;
    const handle = await site.open({
      pages: {
        home: {
          nodes: [["p", {}, null]],
          bindings: [{ type: "for", at: [0, 0], item: "n", each: ["data", "count"], template: 1 }],
          templates: [{ nodes: [null], bindings: [chain(100)] }],
          data: { count: 0 },
        },
        chain: {
          pattern: "/chain",
          nodes: [["u", {}], null],
          bindings: [{ type: "if", at: [1], branches: [{ when: [">", left, 1], template: 1 }] }],
          templates: [{ nodes: [null], bindings: [chain(["-", left, 1])] }],
          isStatic: true,
        },
      },
    });
    // A page would have no room for them if they were counted for ever.
    for (let i = 0; i < 8; i++) {
      await handle.set({ count: 10 });
      expect(await handle.page.locator("u").count()).toBe(1000);
      await handle.set({ count: 0 });
    }
    expect(await handle.page.locator("u").count()).toBe(0);
    expect(await handle.codes()).toEqual([]);
  });

  test("that use what is not there are refused", async () => {
    const handle = await site.open(
      { pages: { home: { nodes: [null], bindings: [use([0], "nowhere")], isStatic: true } } },
      { fails: true },
    );
    expect(await handle.page.evaluate(() => testbed.failure?.code)).toBe("view_invalid");
  });
});

test("components and templates are parts of drawings, in the first frame, too", async () => {
  const app = await compileTestApp({
    "pages/home/index.html": `<svg width="300" height="60">
        <g data-for="bar in bars" data-use="bar" data-prop-x="bar * 20" data-prop-label="'no. ' + bar"></g>
        <g data-use="node" data-prop-depth="2"></g>
        <template data-for="x in grid"><line y2="60" data-bind-x1="x" data-bind-x2="x" stroke="red"/></template>
        <template data-if="isOpen"><circle r="5"/><clipPath id="cut"><rect width="1" height="1"/></clipPath></template><template data-else><text>closed</text></template>
        <template data-component="inline"><ellipse rx="4" ry="4"/></template><g data-use="inline"></g>
      </svg><button data-onclick="close">close</button>`,
    "pages/home/controller.ts": `export const bars = [1, 2]; export const grid = [10, 20, 30]; export let isOpen = true; export function close(): void { isOpen = false; }`,
    "components/bar.html": `<!-- one of several -->
      <rect y="5" width="15" height="10" data-bind-x="x"></rect><text y="40" data-bind-x="x" data-bind="label"></text>`,
    "components/node.html": `<path d="M0 0h9v9z" data-bind-transform="'translate(' + depth * 9 + ')'"/><g data-if="depth > 0" data-use="node" data-prop-depth="depth - 1"></g>`,
  });
  for (const hasFrame of [false, true]) {
    const { page, complaints } = await site.open(app, { hasFrame });
    const drawn = (): Promise<Record<string, number>> =>
      page.locator("svg").evaluate((svg) => {
        const counts: Record<string, number> = {};
        for (const each of svg.querySelectorAll<SVGGraphicsElement>("*")) {
          const isSeen =
            each.namespaceURI === svg.namespaceURI &&
            (each.localName === "clipPath" || each.getBBox().width + each.getBBox().height > 0);
          const name = isSeen ? each.localName : `no ${each.localName}`;
          counts[name] = (counts[name] ?? 0) + 1;
        }
        return counts;
      });
    const always = { g: 6, rect: 3, text: 2, path: 3, line: 3, ellipse: 1 };
    expect(await drawn()).toEqual({ ...always, circle: 1, clipPath: 1 });
    await page.locator("button").click();
    expect(await drawn()).toEqual({ ...always, rect: 2, text: 3 });
    expect(complaints).toEqual({ errors: [], violations: [] });
  }
});

// What a build writes into a page, read again by the parser of pages, and what it leaves out.
import type { SealedPackage } from "@rune/archive";
import { compileView } from "@rune/compiler/html";
import type { ElementNode, ViewNode } from "@rune/schema";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it, test, vi } from "vitest";
import type { FirstFrame } from "../src/first-frame/index.ts";
import { renderFirstFrame } from "../src/first-frame/index.ts";
import { compileTestApp } from "./harness/compile-test-app.ts";

// The compiler runs, on machines that do other work too.
vi.setConfig({ hookTimeout: 60_000 });

/** Renders the page of an app at `/`, with other data than it was compiled with. */
async function render({ manifest, files }: SealedPackage, data?: object): Promise<FirstFrame | undefined> {
  const [route] = manifest.routes;
  if (!route) throw new Error("the app has no page");
  const given = data ? new Map(files).set(route.data ?? "", new TextEncoder().encode(JSON.stringify(data))) : files;
  return renderFirstFrame({ manifest, files: given, path: "/", route, source: "/app.rune/", base: "/base/" });
}

/** The elements that HTML has, as our own parser of pages reads it. */
function parse(html: string): Record<string, ElementNode> {
  const { view } = compileView({ file: "frame.html", name: "frame", source: html }, { names: "open" });
  const found: Record<string, ElementNode> = {};
  const visit = (node: ViewNode): void => {
    if (typeof node === "string" || node === null) return;
    const [tag, attributes, ...children] = node;
    found[attributes["id"] ?? attributes["data-name"] ?? tag] = node;
    children.forEach(visit);
  };
  view?.templates[0]?.nodes.forEach(visit);
  return found;
}

const textOf = (node: ElementNode | undefined): unknown => (node?.[2] === undefined ? "" : node[2]);

describe("values", () => {
  let app: SealedPackage;
  beforeAll(async () => {
    app = await compileTestApp({
      "pages/home/index.html": `<div id="top"></div><p id="text" data-bind="v"></p><b id="attribute" data-bind-title="v"></b>
        <textarea id="area" data-bind-value="v"></textarea><pre id="pre" data-bind="v"></pre><input id="field" data-model="v">
        <a id="link" data-bind-href="v"></a><i id="styled" data-style-color="v" data-bind-class="v"></i>
        <svg id="svg"><text id="label" data-bind="v"></text></svg><select id="list"><option data-bind="v"></option></select>`,
      "pages/home/data.json": `{ "v": "" }`,
    });
  });

  it("come out as they went in, whatever is in them, and nothing else comes with them", async () => {
    const piece = fc.constantFrom(
      ..."</script> </style> --> <!-- ]]> \" ' ` & &amp; &lt < > = / \n \r \t { } ; : !important url(//x) red \u00a0 \u2028 é 😀 a".split(
        " ",
      ),
      " ",
    );
    const hostile = fc.array(piece, { maxLength: 8 }).map((all) => all.join(""));
    await fc.assert(
      fc.asyncProperty(hostile, async (v) => {
        const frame = await render(app, { v });
        const found = parse(frame?.html ?? "");
        for (const id of ["text", "area", "pre", "label", "option"]) expect(textOf(found[id])).toBe(v);
        expect(found["attribute"]?.[1]["title"]).toBe(v);
        expect(found["field"]?.[1]["value"] ?? "").toBe(v);
        expect(Object.keys(found).toSorted()).toEqual(
          "area attribute field label link list option pre styled svg text top".split(" "),
        );
        // One rule, of one declaration, whose value ends nothing.
        expect(frame?.css ?? "").toMatch(/^(\[data-rune-style="0"\][^{}]*\{color:[^{};:<>"'\\]*\}\n)?$/);
      }),
      { numRuns: 100 },
    );
  });

  it("that markup may not have are left out", async () => {
    for (const v of [
      "javascript:alert(1)",
      " java\nscript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "https://evil.example/",
      "/path",
    ]) {
      const attributes = parse((await render(app, { v }))?.html ?? "")["link"]?.[1] ?? {};
      expect("href" in attributes, v).toBe(v === "/path");
    }
  });

  it("are not written where they make the page too long", async () => {
    expect(await render(app, { v: "x".repeat(1000) })).toBeDefined();
    expect(await render(app, { v: "x".repeat(100_000) })).toBeUndefined();
  });
});

describe("what only the controller knows", () => {
  let frame: FirstFrame | undefined;
  let found: Record<string, ElementNode>;
  beforeAll(async () => {
    const app = await compileTestApp({
      "layout.html": `<link rel="stylesheet" href="./layout.css"><nav><a id="home" data-link="/" data-link-active="here">Home</a> <a id="one" data-link="/user/1?q">One</a></nav><main data-outlet></main>`,
      "layout.css": `nav { color: red }`,
      "pages/home/index.html": `<title data-bind="title">Static</title><meta name="description" content="About"><link rel="stylesheet" href="./home.css">
        <p id="known" data-bind="count"></p><p id="unknown" data-bind="double()">default</p><p id="late" data-bind-title="now" title="fixed"></p>
        <p id="yes" data-if="count == 1">yes</p><p id="no" data-else>no</p>
        <p id="maybe" data-if="double() > 1">maybe</p><p id="never" data-else>never</p>
        <ul><li data-name="row" data-for="each in later"></li><li id="none" data-else>none</li></ul>
        <ol><li data-name="item" data-for="each in items" data-key="each.id" data-if="each.id != 2" data-bind="each.id + double()"></li></ol>
        <p id="hidden" data-show="isShown" style="margin: 0"></p>
        <select id="list" data-model="chosen"><option id="a" value="a" selected>A</option><option id="b" value="b">B</option></select>
        <input id="box" type="checkbox" data-model="isShown" checked><input id="secret" type="password" data-model="title">
        <div data-use="card" data-prop-label="title"><em id="slot" data-bind="count"></em></div>
        <img id="picture" src="./a b.svg" alt="">`,
      "pages/home/home.css": `p { color: blue }`,
      "pages/home/a b.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`,
      "pages/home/controller.ts": `
        const born = Date.now();
        export let count = 1; export let title = "T & T"; export let isShown = false; export let chosen = "b";
        export const items: { id: number }[] = []; export const later = [count].map((each) => each + 1); export const now = count + 1;
        export function double(): number { return count * 2; }`,
      "pages/home/data.json": `{ "count": 1 }`,
      "pages/user/index.html": `<h1 data-route="/user/:id">User</h1>`,
      "components/card.html": `<section><h2 data-name="label" data-bind="label"></h2><b data-name="own" data-bind="own"></b><u data-name="made" data-bind="made">?</u><slot></slot></section>`,
      "components/card.ts": `const born = Date.now(); export let label = ""; export let own = "own"; export let made = own + "!";`,
    });
    frame = await render(app);
    found = parse(frame?.html ?? "");
  });

  test("is as the author's HTML has it", () => {
    expect(textOf(found["known"])).toBe("1");
    expect(textOf(found["unknown"])).toBe("default");
    expect(found["late"]?.[1]["title"]).toBe("fixed");
    expect(textOf(found["made"])).toBe("?");
  });

  test("chooses nothing", () => {
    expect(textOf(found["yes"])).toBe("yes");
    for (const id of ["no", "maybe", "never", "row", "none"]) expect(found[id], id).toBeUndefined();
  });

  test("neither drops rows whose key it makes, nor shows that there is none where it decides which do", async () => {
    const app = await compileTestApp({
      "pages/home/index.html": `<ul><li data-for="item in items" data-key="keyOf(item.id)" data-bind="item.name"></li></ul>
        <ol><li data-for="item in items" data-if="keyOf(item.id) > 10" data-bind="item.name"></li><li data-else>none</li></ol>
        <dl><dd data-for="item in items" data-key="item.id" data-bind="item.name"></dd></dl>`,
      "pages/home/controller.ts": `export let items: { id: number; name: string }[] = []; let base = Date.now();
        export function start(): void { base = 10; }
        export function keyOf(id: number): number { return base + id; }`,
      "pages/home/data.json": `{ "items": [{ "id": 1, "name": "a" }, { "id": 2, "name": "b" }, { "id": 1, "name": "c" }] }`,
    });
    const { html = "" } = (await render(app)) ?? {};
    const texts = (tag: string): string[] =>
      [...html.matchAll(RegExp(`<${tag}>(.*?)</${tag}>`, "g"))].map((each) => each[1] ?? "");
    expect(texts("li")).toEqual(["a", "b", "c"]);
    expect(texts("dd")).toEqual(["b", "c"]);
  });

  test("keeps nothing else out: components, slots, fields, links, files, styles and the head", () => {
    expect(["label", "own", "slot"].map((id) => textOf(found[id]))).toEqual(["T & T", "own", "1"]);
    expect(found["a"]?.[1]).not.toHaveProperty("selected");
    expect(found["b"]?.[1]).toHaveProperty("selected");
    expect(found["box"]?.[1]).not.toHaveProperty("checked");
    expect(found["secret"]?.[1]).not.toHaveProperty("value");
    expect(found["home"]?.[1]).toMatchObject({ href: "/base/", "aria-current": "page", class: "here" });
    expect(found["one"]?.[1]["href"]).toBe("/base/user/1?q");
    expect(found["picture"]?.[1]["src"]).toBe("/app.rune/assets/pages/home/a%20b.svg");
    expect(frame?.css).toContain("{margin:0;display:none!important}");
    expect(frame?.styles).toEqual(["assets/layout.css", "assets/pages/home/home.css"]);
    expect(frame?.head).toEqual({ title: "T & T", meta: [{ name: "description", content: "About" }] });
  });
});

describe("what a controller begins with", () => {
  const open = async (html: string, controller: string, others: Record<string, string> = {}): Promise<string> => {
    const files = { "pages/home/index.html": html, "pages/home/controller.ts": controller, ...others };
    return (await render(await compileTestApp(files)))?.html ?? "";
  };

  test("is in the frame, however it is made: values, rows, functions and members", async () => {
    const html = await open(
      `<ul><li data-for="each in rows" data-key="each.id" data-bind="label(each)"></li></ul><b data-bind="total">?</b>
        <i data-for="pair in byName" data-bind="pair[1].square"></i><p data-if="isMany()">many</p><p data-else>few</p>`,
      `class Row { constructor(public id: number) {} get square(): number { return this.id ** 2; } }
        export const rows = Array.from({ length: 4 }, (_, i) => new Row(i + 1));
        export let total = rows.reduce((sum, { id }) => sum + id, 0);
        export const byName = new Map(rows.map((row) => [\`row \${row.id}\`, row]));
        setInterval(() => total++, 1000);
        export function label({ id }: Row): string { return \`Row \${id}\`; }
        export function isMany(): boolean { return rows.length > 3; }
        export function start(): void { rows.length = 0; }`,
    );
    expect(html).toContain("<ul><li>Row 1</li><li>Row 2</li><li>Row 3</li><li>Row 4</li>");
    expect(html).toContain("<b>10</b>");
    expect([...html.matchAll(/<i>(\d+)<\/i>/g)].map(([, text]) => text)).toEqual(["1", "4", "9", "16"]);
    expect(html).toContain("<p>many</p>");
  });

  test("comes after the page's data, which initialises it", async () => {
    const html = await open(
      `<b data-bind="tags.length"></b>`,
      `export let tags: string[] = ["a"].concat("b"); export function add(): void { tags.push("c"); }`,
      { "pages/home/data.json": `{ "tags": ["a", "b", "c"] }` },
    );
    expect(html).toContain("<b>3</b>");
  });

  test("is not told where it depends on the time, on chance, on what is stored, or on where the reader is", async () => {
    for (const source of [
      "Date.now()",
      "Math.random()",
      "new Date(0).getHours()",
      "(1234.5).toLocaleString()",
      "['a', 'b'].toSorted((a, b) => a.localeCompare(b)).length",
      "remembered()",
    ]) {
      const html = await open(
        `<b data-bind="value">default</b>`,
        `function remembered(): string { try { return rune.get_local_state("x") ?? "none"; } catch { return "caught"; } }
        export const value = ${source};`,
      );
      expect(html, source).toContain("<b>default</b>");
    }
  });

  test("is not told of a getter or function that asks for more, whatever it makes of the refusal", async () => {
    const html = await open(
      `<b data-if="row.isLate">late</b><b data-else>in time</b><i data-for="each in rows" data-bind="each.isLate ? 'late' : 'in time'">default</i>
        <u data-bind="word() ?? 'none'">default</u><p data-bind="row.name">default</p><s data-bind="title">default</s>`,
      `function now(): number { try { return Date.now(); } catch { return 0; } }
        class Row { name = "known"; get isLate(): boolean { return now() > 1e6; } }
        export const row = new Row();
        export const rows = [row, new Row()];
        export const title = ["a", "b"].join("");
        export function word(): string | undefined { return now() > 1e6 ? "late" : undefined; }`,
    );
    expect(html).not.toMatch(/<b>late|<b>in time/);
    expect(html).toContain("<i>default</i><i>default</i>");
    expect(html).toContain("<u>default</u>");
    expect(html).toContain("<p>known</p><s>ab</s>");
  });

  test("is in the frame of components, too: each begins with what it is given, inside of each other and in rows", async () => {
    const html = await open(
      `<div data-for="n in counts" data-use="counter" data-prop-start="n" data-prop-label="'no. ' + n"><b data-bind="n"></b></div><div data-use="tree" data-prop-depth="2"></div>`,
      `export const counts = [1, 2, 3].map((n) => n * 10);`,
      {
        "components/counter.html": `<p><i data-bind="label"></i><u data-bind="twice"></u><s data-bind="show(start)"></s><slot></slot></p>`,
        "components/counter.ts": `export let start = 1; export let label = "none"; export let twice = start * 2;
          export const digits = ["0", "1", "2", "3"];
          export function show(n: number): string | undefined { return n > 20 ? undefined : \`<\${digits[start / 10]}>\`; }`,
        "components/tree.html": `<em data-bind="name">?</em><div data-if="depth > 0" data-use="tree" data-prop-depth="depth - 1"></div>`,
        "components/tree.ts": `export let depth = 0; export let name = ["level", 7].join(" ");`,
      },
    );
    const texts = html.replaceAll(/<!---->|<\/?div[^>]*>/g, "");
    expect(texts).toContain(
      "<p><i>no. 10</i><u>2</u><s>&lt;1&gt;</s><b>10</b></p><p><i>no. 20</i><u>2</u><s>&lt;2&gt;</s><b>20</b></p><p><i>no. 30</i><u>2</u><s></s><b>30</b></p>",
    );
    expect(texts).toContain("<em>level 7</em><em>level 7</em><em>level 7</em>");
  });

  test("is not told of a component that asks for more, or is given what is not known", async () => {
    const html = await open(
      `<div data-use="clock"></div><div data-use="given" data-prop-value="late()"></div>`,
      `export function late(): number { return Date.now(); }`,
      {
        "components/clock.html": `<b data-bind="now">default</b><i data-bind="kind">default</i>`,
        "components/clock.ts": `export let now = Date.now(); export let kind = "clock";`,
        "components/given.html": `<s data-bind="value">default</s><u data-bind="half()">default</u>`,
        "components/given.ts": `export let value = 1; export function half(): number { return value / 2; }`,
      },
    );
    expect(html).toContain("<b>default</b><i>clock</i>");
    expect(html).toContain("<s>default</s><u>default</u>");
  });

  test("is not waited for: a module that fails or never ends has none", async () => {
    for (const source of ["fail()", "loop()"]) {
      const html = await open(
        `<b data-bind="value">default</b>`,
        `function fail(): number { throw new Error("no"); } function loop(): number { for (;;) if (Math.abs(1) === 2) return 1; }
        export const value = ${source};`,
      );
      expect(html, source).toContain("<b>default</b>");
    }
  });

  test("is left out where it is too much for a frame", async () => {
    const html = await open(
      `<b>there</b><i data-for="each in rows" data-bind="each"></i>`,
      `export const rows = Array.from({ length: 50_000 }, (_, i) => i);`,
    );
    expect(html).toContain("<b>there</b>");
    expect(html).not.toContain("<i>");
  });
});

test("links have the addresses that the app gives them, and none where data is not known", async () => {
  const app = await compileTestApp({
    "pages/home/index.html": `<a id="one" data-link="/item/\${name}?q=\${name}"></a><a id="two" data-link="\${path}"></a><a id="three" data-link="/item/\${later}"></a>
      <a id="four" data-link="\${name ? \`/item/\${name}\` : path}"></a>`,
    "pages/home/controller.ts": `export let name = "a/b#c"; export const path = "/item/x/y"; export let later = String(Date.now());`,
    "pages/item/index.html": `<h1 data-route="/item/*rest"></h1>`,
  });
  const frame = await render(app);
  const links = parse(frame?.html ?? "");
  expect(["one", "two", "three", "four"].map((id) => links[id]?.[1]["href"])).toEqual([
    "/base/item/a%2Fb%23c?q=a%2Fb%23c",
    "/base/item/x/y",
    undefined,
    "/base/item/a%2Fb%23c",
  ]);
});

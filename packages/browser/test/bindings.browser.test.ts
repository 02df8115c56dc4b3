import type { Binding, Expression, JsonObject, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestSite, type OpenOptions, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const value: Expression = ["data", "v"];
const bound = (type: "text" | "show"): Binding => ({ type, at: [0], value });
const named = (type: "attribute" | "class" | "style", name: string): Binding => ({ type, at: [0], name, value });

function open(
  node: ViewNode,
  bindings: Binding[],
  data: JsonObject = {},
  options: OpenOptions = {},
): Promise<TestPageHandle> {
  return site.open({ pages: { home: { nodes: [node], bindings, data } } }, options);
}

/** Sets `v` to each value and collects the markup. */
async function markups({ set, html }: TestPageHandle, ...values: unknown[]): Promise<string[]> {
  const seen: string[] = [];
  for (const v of values) {
    await set({ v });
    seen.push(await html());
  }
  return seen;
}

describe("text", () => {
  test("keeps the default until there is a value, and shows nothing for null", async () => {
    const app = await open(["p", {}, "default"], [bound("text")]);
    expect(await app.html()).toBe("<p>default</p>");
    expect(await markups(app, "<b>x</b>", null, 0, false, { a: 1 })).toEqual([
      "<p>&lt;b&gt;x&lt;/b&gt;</p>",
      "<p></p>",
      "<p>0</p>",
      "<p>false</p>",
      '<p>{"a":1}</p>',
    ]);
    expect(await app.codes()).toEqual([]);
  });

  test("goes back to the default when the value goes", async () => {
    const app = await site.open({
      pages: {
        home: {
          nodes: [["p", {}, "default"]],
          bindings: [{ type: "text", at: [0], value: ["get", ["data", "o"], "v"] }],
          data: { o: { v: "x" } },
        },
      },
    });
    expect(await app.html()).toBe("<p>x</p>");
    await app.set({ o: {} });
    expect(await app.html()).toBe("<p>default</p>");
  });

  test("does not touch a text that is the same", async () => {
    const app = await open(["p", {}, ""], [bound("text")], { v: "same" });
    const changes = await app.page.evaluate(async () => {
      const observer = new MutationObserver(() => {});
      observer.observe(document.querySelector("#app p") as Node, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      testbed.dispatch({ type: "UpdateData", node_id: "home", updates: { v: "same" } });
      return observer.takeRecords().length;
    });
    expect(changes).toBe(0);
  });
});

test("a text that changes stays the node in which something may be selected", async () => {
  const app = await open(["p", {}, "before"], [bound("text")], { v: "one" });
  const selected = await app.page.evaluate(() => {
    const node = document.querySelector("#app p")?.firstChild as Text;
    getSelection()?.setBaseAndExtent(node, 0, node, 2);
    testbed.dispatch({ type: "UpdateData", node_id: "home", updates: { v: "once" } });
    return [node.isConnected, node.data, getSelection()?.anchorNode === node];
  });
  expect(selected).toEqual([true, "once", true]);
});

describe("attributes", () => {
  test("appear and vanish", async () => {
    const app = await open(["p", { title: "static" }], [named("attribute", "title")]);
    expect(await markups(app, "t", null, 1, "")).toEqual([
      '<p title="t"></p>',
      "<p></p>",
      '<p title="1"></p>',
      '<p title=""></p>',
    ]);
  });

  test("of booleans are there or not", async () => {
    const app = await open(["button", {}], [named("attribute", "disabled")]);
    expect(await markups(app, true, false, 1, 0, "x", null)).toEqual([
      '<button disabled=""></button>',
      "<button></button>",
      '<button disabled=""></button>',
      "<button></button>",
      '<button disabled="x"></button>',
      "<button></button>",
    ]);
  });

  test("aria and enumerated ones say true and false", async () => {
    const aria = await open(["p", {}], [named("attribute", "aria-hidden")]);
    expect(await markups(aria, true, false, null)).toEqual([
      '<p aria-hidden="true"></p>',
      '<p aria-hidden="false"></p>',
      "<p></p>",
    ]);
    const drag = await open(["p", {}], [named("attribute", "draggable")]);
    expect(await markups(drag, true, false)).toEqual(['<p draggable="true"></p>', '<p draggable="false"></p>']);
  });

  test("keep their namespace on foreign elements", async () => {
    const app = await open(
      ["svg:svg", { viewBox: "0 0 1 1" }, ["svg:a", {}]],
      [{ type: "attribute", at: [0, 0], name: "xlink:href", value }],
    );
    await app.set({ v: "#there" });
    const found = await app.page.evaluate(() => {
      const link = document.querySelector("#app a") as Element;
      return [link.namespaceURI, link.getAttributeNS("http://www.w3.org/1999/xlink", "href"), link.tagName];
    });
    expect(found).toEqual(["http://www.w3.org/2000/svg", "#there", "a"]);
    expect(await markups(app, null)).toEqual(['<svg viewBox="0 0 1 1"><a></a></svg>']);
  });

  test("refuse hostile URLs at run time, remove the old value, and say so", async () => {
    const app = await open(["a", {}, "x"], [named("attribute", "href")], { v: "/ok" });
    const hostile = [
      "javascript:alert(1)",
      " java\tscript:alert(1)",
      "JAVASCRIPT:x",
      "vbscript:x",
      "data:text/html,x",
      "//evil.example/",
      "https://evil.example/",
    ];
    for (const v of hostile) expect(await markups(app, "/ok", v)).toEqual(['<a href="/ok">x</a>', "<a>x</a>"]);
    expect(await app.codes()).toEqual(hostile.map(() => "attribute_refused"));
    expect(await markups(app, "https://evil.example/x")).toEqual(["<a>x</a>"]);
  });

  test("say of which element in which view it was", async () => {
    const input: ViewNode = ["input", { name: "ask" }];
    const bindings: Binding[] = [
      { type: "attribute", at: [0, 0], name: "href", value: ["data", "v"] },
      { type: "style", at: [1], name: "background", value: ["data", "v"] },
      { type: "attribute", at: [2], name: "action", value: ["data", "v"] },
    ];
    const nodes: ViewNode[] = [
      ["p", {}, ["a", { id: "more", class: "x" }]],
      ["p", { class: "b  c" }],
      ["form", { id: "ask" }, input],
    ];
    const app = await site.open({ pages: { home: { nodes, bindings, data: { v: null } } } });
    await app.set({ v: "url(https://evil.example/x)" });
    await app.set({ v: "javascript:alert(1)" });
    const told = await app.page.evaluate(() => testbed.reports.map(({ view, message }) => `${view}: ${message}`));
    const at = (place: string): unknown =>
      expect.stringContaining(`home: Data may not do this at \`${place}\` in the view \`home\`: `);
    expect(told).toEqual([at("p.b.c"), at("a#more"), at("form#ask")]);
  });

  test("take URLs of granted origins", async () => {
    const pages = { home: { nodes: [["a", {}]] as ViewNode[], bindings: [named("attribute", "href")], data: {} } };
    const capabilities = [{ name: "net" as const, origins: ["https://ok.example"] }];
    const granted = await site.open(
      { pages, capabilities },
      { grants: ["ui", "log", "net", "state", "timers", "navigation"] },
    );
    expect(await markups(granted, "https://ok.example/x")).toEqual(['<a href="https://ok.example/x"></a>']);
    const denied = await site.open({ pages, capabilities });
    expect(await markups(denied, "https://ok.example/x")).toEqual(["<a></a>"]);
    expect(await denied.codes()).toEqual(["attribute_refused"]);
  });

  test("merge classes with the static ones", async () => {
    const app = await open(["p", { class: "a b" }], [named("attribute", "class")]);
    expect(await markups(app, "c", ["d", { e: true, f: false }], { a: true, g: 1 }, null)).toEqual([
      '<p class="a b c"></p>',
      '<p class="a b d e"></p>',
      '<p class="a b g"></p>',
      '<p class="a b"></p>',
    ]);
  });

  test("merge styles with the static ones", async () => {
    const app = await open(["p", { style: "color: red; margin: 1px" }], [named("attribute", "style")]);
    const styles = ["color: blue", { paddingTop: "2px", "--x": "Y", color: null }, null];
    expect(await markups(app, ...styles)).toEqual([
      '<p style="color: blue; margin: 1px;"></p>',
      '<p style="color: red; margin: 1px; padding-top: 2px; --x: Y;"></p>',
      '<p style="color: red; margin: 1px;"></p>',
    ]);
    expect(await markups(app, "background-image: url(https://evil.example/a)")).toEqual([
      '<p style="color: red; margin: 1px;"></p>',
    ]);
    expect(await app.codes()).toEqual(["attribute_refused"]);
    expect(app.complaints.violations).toEqual([]);
  });
});

describe("classes, styles and visibility", () => {
  test("one class is on or off", async () => {
    const app = await open(["p", { class: "a" }], [named("class", "on")]);
    expect(await markups(app, 1, 0)).toEqual(['<p class="a on"></p>', '<p class="a"></p>']);
  });

  test("one style property has a value or the static one", async () => {
    const app = await open(["p", { style: "width: 1px" }], [named("style", "width")]);
    expect(await markups(app, "2px", "3px !important", null, "nonsense(", false)).toEqual([
      '<p style="width: 2px;"></p>',
      '<p style="width: 3px !important;"></p>',
      '<p style="width: 1px;"></p>',
      '<p style="width: 1px;"></p>',
      '<p style="width: 1px;"></p>',
    ]);
    await app.set({ v: "url(//evil.example)" });
    expect(await app.codes()).toEqual(["attribute_refused"]);
  });

  test("custom properties", async () => {
    const app = await open(["p", {}], [named("style", "--myVar")]);
    expect(await markups(app, 3)).toEqual(['<p style="--myVar: 3;"></p>']);
  });

  test("what is hidden stays in the tree, and the author's display comes back", async () => {
    const app = await site.open({
      pages: {
        home: {
          nodes: [["p", { style: "display: flex" }, "x"]],
          bindings: [bound("show")],
          data: { v: false },
          styles: ["assets/a.css"],
        },
      },
      files: { "assets/a.css": "p { display: grid !important }" },
    });
    const shown = (): Promise<string> =>
      app.page.evaluate(() => getComputedStyle(document.querySelector("#app p") as Element).display);
    expect(await shown()).toBe("none");
    await app.set({ v: 1 });
    expect(await shown()).toBe("grid");
    expect(await app.html()).toBe('<p style="display: flex;">x</p>');
  });
});

test("a pure export is called by an expression; a failing one is reported", async () => {
  const app = await open(["p", {}, "…"], [{ type: "text", at: [0], value: ["call", "double", value] }], { v: 21 });
  expect(await app.html()).toBe("<p>42</p>");
  expect(await markups(app, 4)).toEqual(["<p>8</p>"]);
  await app.set({ v: "no number" });
  expect(await app.html()).toBe("<p>…</p>");
  const [report] = await app.page.evaluate(() => testbed.reports);
  expect(report).toMatchObject({ module: "logic/echo.wasm", function: "double" });
});

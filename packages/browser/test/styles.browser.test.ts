import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealTestApp, type TestPage } from "./harness/test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite("embed-entry.ts");
});
afterAll(() => site.close());

const nodes: TestPage["nodes"] = [
  ["p", { class: "text" }, "text"],
  ["div", { class: "outer" }, ["b", { class: "inner" }, "b"]],
  ["dialog", { class: "more" }, "more"],
];

/** The files of a package with this style sheet: apps written by hand, as hostile ones would be. */
async function sealStyled(css: string): Promise<[string, number[]][]> {
  const { files } = await sealTestApp({
    pages: { home: { nodes, isStatic: true, styles: ["assets/page.css"] } },
    files: { "assets/page.css": css },
  });
  return [...files].map(([path, bytes]) => [path, [...bytes]]);
}

const simple = { pages: { home: { nodes, isStatic: true } } };

/** Opens a page with elements of its own, and mounts an app for each sheet in `#app-0`, `#app-1` … */
async function open(...sheets: string[]): Promise<Page> {
  const { page, complaints } = await site.open(simple, { isMounted: false });
  const packages = await Promise.all(sheets.map(sealStyled));
  await page.evaluate(async (sources) => {
    const around = document.createElement("main");
    around.id = "around";
    const text = document.createElement("p");
    text.className = "text";
    around.append(text);
    document.body.replaceChildren(around);
    const unmounts: (() => void)[] = [];
    Object.assign(globalThis, { unmounts });
    for (const [index, entries] of sources.entries()) {
      const files = new Map(entries.map(([path, bytes]) => [path, new Uint8Array(bytes)]));
      const place = document.body.appendChild(document.createElement("section"));
      place.id = `app-${index}`;
      const { unmount } = await embed.mount({ read: (path) => Promise.resolve(files.get(path)) }, place);
      unmounts.push(unmount);
    }
  }, packages);
  expect(complaints).toEqual({ errors: [], violations: [] });
  return page;
}

function style(page: Page, selector: string, property: string, pseudo?: string): Promise<string> {
  return page.evaluate(
    ([found, name, part]) =>
      getComputedStyle(document.querySelector(found as string) as Element, part).getPropertyValue(name as string),
    [selector, property, pseudo],
  );
}

/** What sheets of apps could change of the page around. */
function inspectPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    document.documentElement.style.setProperty("--probe", "1");
    return ["html", "body", "#around", "#around .text"].flatMap((selector) => {
      const style = getComputedStyle(document.querySelector(selector) as Element);
      return [...style]
        .filter((name) => !/-size$|^(width|height|perspective-origin|transform-origin)$/.test(name))
        .map((name) => `${selector} ${name}: ${style.getPropertyValue(name)}`);
    });
  });
}

describe("two apps on one page", () => {
  test("have selectors, custom properties and animations of their own", async () => {
    const sheet = (color: string, size: number): string => `
      :root { --ink: ${color}; --move: grow 2s; --face: Own, serif }
      .text { color: var(--ink); animation: grow 1s; font-family: var(--face) }
      .outer { animation: var(--move); animation-play-state: paused; font: 10px/1 "Own", sans-serif }
      @font-face { font-family: Own; src: local("Arial") }
      @keyframes grow { from, to { width: ${size}px } }
      @layer base { .inner { color: ${color} } }`;
    const page = await open(sheet("rgb(1, 1, 1)", 11), sheet("rgb(2, 2, 2)", 22));
    for (const [app, color, size] of [
      ["#app-0", "rgb(1, 1, 1)", "11px"],
      ["#app-1", "rgb(2, 2, 2)", "22px"],
    ] as const) {
      for (const part of [".text", ".inner"]) expect(await style(page, `${app} ${part}`, "color")).toBe(color);
      for (const part of [".text", ".outer"]) expect(await style(page, `${app} ${part}`, "width")).toBe(size);
      const family = await style(page, `${app} .text`, "font-family");
      expect(family).toMatch(/^rune-\w+-Own, serif$/);
      expect(await style(page, `${app} .outer`, "font-family")).toBe(family.replace("serif", "sans-serif"));
    }
    expect(await style(page, "#around .text", "color")).toBe("rgb(0, 0, 0)");
    expect(await style(page, "html", "--ink")).toBe("");
    expect(await page.evaluate(() => new Set([...document.fonts].map(({ family }) => family)).size)).toBe(2);
  });

  test("are apart where one is in an element of the other, too", async () => {
    const page = await open(".text { margin-left: 9px }", ".text { margin-right: 7px }");
    await page.evaluate(() => {
      const inner = document.querySelector("#app-1") as Element;
      document.querySelector("#app-0 .outer")?.append(inner);
    });
    expect(await style(page, "#app-0 > .text", "margin-left")).toBe("9px");
    expect(await style(page, "#app-1 > .text", "margin-left")).toBe("0px");
    expect(await style(page, "#app-1 > .text", "margin-right")).toBe("7px");
  });
});

test("the root of a document is the app's element, however it is written", async () => {
  const sheets = [
    ":root { color: red }",
    "html { color: red }",
    "BODY { color: red }",
    ":host { color: red }",
    "html > body { color: red }",
    ":root body { color: red }",
    "html, .nothing { color: red }",
    ":is(body, .nothing) { color: red }",
    ":host(section) { color: red }",
    "body { & { color: red } }",
    "@media all { @supports (color: red) { body { color: red } } }",
    "body .text { --a: 1; .nothing & { color: blue } } .text { body & { margin: 5px } } body { color: red }",
    "@scope (body) { :scope { color: red } }",
    "body:not(.dark) { color: red }",
    "body:has(> .text) { color: red }",
  ];
  const page = await open(...sheets);
  const found = await Promise.all(sheets.map(async (css, i) => [css, await style(page, `#app-${i}`, "color")]));
  expect(found).toEqual(sheets.map((css) => [css, "rgb(255, 0, 0)"]));
  expect(await style(page, "body", "color")).toBe("rgb(0, 0, 0)");
});

test("names that only look like the root stay", async () => {
  const page = await open(`
    .body, #html, [title="body"], [title=':root'], my-body, .root\\:body { color: red }
    .text:not(.body) { margin: 3px }
    .text::after { content: "body :root grow" } @keyframes grow {}`);
  const selector = await page.evaluate(() => {
    const scope = document.adoptedStyleSheets[0]?.cssRules[0] as CSSScopeRule;
    return (scope.cssRules[0] as CSSStyleRule).selectorText;
  });
  expect(selector).toBe('.body, #html, [title="body"], [title=":root"], my-body, .root\\:body');
  expect(await style(page, "#app-0 .text", "margin-left")).toBe("3px");
  expect(await style(page, "#app-0 .text", "content", "::after")).toBe('"body :root grow"');
});

test("nested rules, conditions and layers work", async () => {
  const page = await open(`
    @layer low, high;
    @layer high { .inner { margin-top: 2px } }
    @layer low { .inner { margin-top: 1px } }
    .outer { container: box / inline-size; & .inner { margin-left: 3px } @media (width > 1px) { margin-left: 4px } }
    @container box (width > 1px) { .inner { margin-right: 5px } }
    @media (width < 1px) { .inner { margin-right: 6px } }
    @supports (color: red) { .inner { margin-bottom: 7px } }`);
  const margins = ["top", "left", "right", "bottom"].map((side) => style(page, "#app-0 .inner", `margin-${side}`));
  expect(await Promise.all(margins)).toEqual(["2px", "3px", "5px", "7px"]);
  expect(await style(page, "#app-0 .outer", "margin-left")).toBe("4px");
});

test("custom properties that are registered begin with the same value, in the app alone, and weaker than all else", async () => {
  const page = await open(
    `.text { --depth: 3px }`,
    `@layer base, extra;
    @layer base { .outer { --depth: 2px } }
    .text, .inner { margin-left: var(--depth); margin-right: var(--kept); content: var(--open, "fallback") }
    .text::before { content: var(--mark); padding-left: var(--depth) }
    @property --depth { syntax: "<length>"; inherits: false; initial-value: 1px }
    @property --kept { syntax: "<length>"; initial-value: 4px; inherits: true; }
    @property --open { syntax: "*"; inherits: false }
    @property --mark { syntax: "*"; inherits: false; initial-value: "}{;\\"" }`,
  );
  expect(await style(page, "#app-1 .text", "margin-left")).toBe("1px");
  expect(await style(page, "#app-1 .text", "padding-left", "::before")).toBe("1px");
  expect(await style(page, "#app-1 .text", "content", "::before")).toBe(`"}{;\\""`);
  // It is not inherited.
  expect(await style(page, "#app-1 .outer", "--depth")).toBe("2px");
  expect(await style(page, "#app-1 .inner", "margin-left")).toBe("1px");
  expect(await style(page, "#app-1 .inner", "margin-right")).toBe("4px");
  expect(await style(page, "#app-1 .inner", "--open")).toBe("");
  expect(await style(page, "#app-0 .text", "--depth")).toBe("3px");
  expect(await style(page, "#around", "--kept")).toBe("");
});

test("modals are styled, with what is behind them", async () => {
  const page = await open(".more { color: rgb(1, 2, 3) } .more::backdrop { background-color: rgb(4, 5, 6) }");
  await page.evaluate(() => document.querySelector<HTMLDialogElement>("#app-0 .more")?.showModal());
  expect(await style(page, "#app-0 .more", "color")).toBe("rgb(1, 2, 3)");
  expect(await style(page, "#app-0 .more", "background-color", "::backdrop")).toBe("rgb(4, 5, 6)");
});

const attack = "html, body, main, p, #around, * { color: red !important; display: none !important }";
const attacks = [
  attack,
  `}${attack}`,
  `p{}}${attack}`,
  `}}}}${attack}{{{`,
  `@media all { p {} } } ${attack}`,
  `@import "x.css"; @charset "utf-8"; ${attack}`,
  `/* ${attack}`,
  `p { content: "x }\n} ${attack}`,
  `p { content: 'x \\}} ${attack}`,
  `p { background: url(x }} ) } } ${attack}`,
  `<!-- } ${attack} -->`,
  `@scope (html) { :scope, p { color: red } } @scope { :scope { color: red } } @scope (:root) to (p) { * { color: red } }`,
  `:root:has(p), html:has(p) p, & ~ *, :not(&), & + *, :root ~ *, :scope ~ * { color: red }`,
  `:not(&) { p { color: red } ~ * { color: red } & ~ * { color: red } :not(&) { color: red } }`,
  `#around { p { color: red } } * { @scope (html) { p { color: red } } }`,
  `@property --probe { syntax: "<color>"; inherits: false; initial-value: red }`,
  `@\\70 roperty --probe { syntax: "<color>"; inherits: false; initial-value: red }`,
  `@media all { @property --probe { syntax: "<color>"; inherits: false; initial-value: red } }`,
  `@keyframes around { from, to { color: red } }`,
  `@\\6b eyframes around { from, to { color: red } }`,
  `@keyframes ar\\6fund { from, to { color: red } }`,
  `@media all { @keyframes "around" { from, to { color: red } } } @-webkit-keyframes around { from, to { color: red } }`,
  `@supports (color: red) { @layer x { @k\\65yframes around { from, to { color: red } } } }`,
  `@counter-style around { system: cyclic; symbols: "x" } @page { margin: 9cm } @view-transition { navigation: auto }`,
  `@layer host { p { color: red } } @layer around, host;`,
  `::view-transition, ::selection, ::backdrop, ::highlight(x) { color: red }`,
];

describe("nothing reaches the page around:", () => {
  let before: string[];
  beforeAll(async () => {
    const page = await open("");
    await prepare(page);
    before = await inspectPage(page);
  });

  /** The page uses the names that the app's sheet takes. */
  async function prepare(page: Page): Promise<void> {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("#around .text { animation: around 1s infinite; --probe: 7px; list-style: around }");
      document.adoptedStyleSheets.unshift(sheet);
    });
  }

  test.each(attacks)("%s", async (css) => {
    const page = await open(css);
    await prepare(page);
    expect(await inspectPage(page)).toEqual(before);
    // Names of the app hide none of the page's: what is left has the prefix, down to the last rule.
    const names = await page.evaluate(() => {
      const list = (rules: CSSRuleList): string[] =>
        [...rules].flatMap((rule) => [
          ...(rule instanceof CSSKeyframesRule || rule instanceof CSSLayerBlockRule ? [rule.name] : []),
          ...("cssRules" in rule ? list(rule.cssRules as CSSRuleList) : []),
        ]);
      return document.adoptedStyleSheets.flatMap((sheet) => list(sheet.cssRules));
    });
    expect(names.filter((name) => !/^rune-\w+-/.test(name))).toEqual([]);
  });
});

test("unmounting takes everything away", async () => {
  const page = await open(".text { color: red } @keyframes grow {}");
  await page.evaluate(() => {
    for (const unmount of (globalThis as unknown as { unmounts: (() => void)[] }).unmounts) unmount();
  });
  expect(
    await page.evaluate(() => [document.querySelector("#app-0")?.outerHTML, document.adoptedStyleSheets.length]),
  ).toEqual(['<section id="app-0"></section>', 0]);
});

test("in a shadow root the app's element is the root, too", async () => {
  const { page } = await site.open(
    {
      pages: { home: { nodes, isStatic: true, styles: ["assets/page.css"] } },
      files: {
        "assets/page.css":
          ":root { --ink: rgb(1, 2, 3) } body { margin: 6px } .text { color: var(--ink) } :host { padding: 5px }",
      },
    },
    { isMounted: false },
  );
  const found = await page.evaluate(async () => {
    embed.defineElement();
    const element = document.createElement("rune-app");
    element.setAttribute("src", "/test.rune/");
    const isLoaded = new Promise((resolve) => element.addEventListener("load", resolve));
    document.body.replaceChildren(element);
    await isLoaded;
    const text = element.shadowRoot?.querySelector(".text") as Element;
    const { margin, padding } = getComputedStyle(text.parentElement as Element);
    return [getComputedStyle(text).color, margin, padding, getComputedStyle(element).padding];
  });
  expect(found).toEqual(["rgb(1, 2, 3)", "6px", "5px", "0px"]);
});

test("an app that has the whole page styles the document", async () => {
  const { page } = await site.open(
    {
      pages: { home: { nodes, isStatic: true, styles: ["assets/page.css"] } },
      files: { "assets/page.css": ":root { --ink: rgb(1, 2, 3) } body { background: var(--ink) }" },
    },
    { isMounted: false },
  );
  await page.evaluate(async () => {
    const place = document.querySelector("#app") as Element;
    place.setAttribute("data-rune-page", "");
    await embed.mount("/test.rune/", place);
  });
  expect(await style(page, "body", "background-color")).toBe("rgb(1, 2, 3)");
  expect(await page.getAttribute("#app", "data-rune-scope")).toBeNull();
});

// What a build writes of a page, as a browser reads it, is what the app shows in its place.
import type { Expression, View } from "@rune/schema";
import { compileView } from "@rune/compiler/html";
import * as fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { launchBrowser } from "../../../fixtures/harness/launch-browser.ts";
import { renderFirstFrame } from "../src/first-frame/index.ts";
import { drawView, type RowSubject } from "./harness/random-view.ts";
import { sealTestApp, type TestPage } from "./harness/test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";
import { dumpPages, parseInBrowser } from "./html5lib/dump-page.ts";
import { generateInputs } from "./html5lib/generate-inputs.ts";
import { hasCases, readCases } from "./html5lib/read-cases.ts";
import type { TreeElement, TreeNode } from "./html5lib/tree.ts";
import { listElements, printTree } from "./html5lib/tree.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let site: TestSite;
let parser: Browser;
beforeAll(async () => {
  site = await createTestSite();
  parser = await launchBrowser();
});
afterAll(async () => {
  await parser.close();
  await site.close();
});

/** What became of a page. */
interface Comparison {
  /** What the app shows. */
  shown: string;
  /** What the browser makes of the frame, and of what it writes itself of what the app shows. */
  framed: string;
  written: string;
}

/** Mounts pages without controllers, and lets the browser read their first frames. */
async function compare(pages: readonly TestPage[]): Promise<(Comparison | undefined)[]> {
  const patterns = pages.map((_, i) => (i === 0 ? "/" : `/${i}`));
  const named = pages.map((page, i) => [`p${i}`, { ...page, pattern: patterns[i] ?? "", isStatic: true }] as const);
  const sealed = await sealTestApp({ pages: Object.fromEntries(named) });
  const { manifest, files } = sealed;
  const frames = await Promise.all(
    manifest.routes.map((route) =>
      renderFirstFrame({ manifest, files, route, path: route.pattern, source: "/test.rune/", base: "/" }),
    ),
  );
  const handle = await site.open(sealed);
  const shown = await dumpPages(handle.page, patterns);
  const read = (all: readonly string[]): Promise<TreeNode[][]> => parseAll(all);
  const framed = await read(frames.map((frame) => frame?.html ?? ""));
  const written = await read(shown.map(({ html }) => html));
  return frames.map((frame, i) => {
    if (!frame) return undefined;
    const [own, ofFrame, ofText] = [shown[i]?.nodes ?? [], framed[i] ?? [], written[i] ?? []];
    giveStyles(ofFrame, frame.css);
    return { shown: print(own), framed: print(ofFrame), written: print(ofText) };
  });
}

/** Reads pages, each as the content of an element as apps have it. */
async function parseAll(all: readonly string[]): Promise<TreeNode[][]> {
  const page = await parser.newPage();
  const trees = await parseInBrowser(
    page,
    all.map((html) => `<!doctype html><body><div id="app">${html}</div>`),
  );
  await page.close();
  return trees.map((tree) => {
    const all = listElements(tree);
    const body = all.find(({ name }) => name === "body") as TreeElement;
    const [app] = body.children as TreeElement[];
    // What would be read as the end of the element is in the page around it.
    return [...(app?.children ?? []), ...body.children.slice(1)];
  });
}

/** What of elements a first frame leaves out: their content, or that a style is one of theirs. */
const opaque = new Set("iframe noembed noframes style template xmp".split(" "));

function print(nodes: readonly TreeNode[]): string {
  return printTree(joinTexts(nodes));
}

/** Texts that stand side by side are one; styles are written the same way. */
function joinTexts(nodes: readonly TreeNode[]): TreeNode[] {
  const joined: TreeNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text")
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    else if (node.type === "text" && node.value === "") continue;
    else if (node.type === "element") joined.push(plain(node));
    else joined.push(node);
  }
  return joined;
}

function plain({ content: _content, ...element }: TreeElement): TreeElement {
  const attributes = new Map(element.attributes);
  const style = attributes.get("style");
  if (style !== undefined) {
    const declarations = style.split(";").flatMap((each) => {
      const text = each.replaceAll(/\s*([:!])\s*/g, "$1").trim();
      // A sheet has no room for what could end a declaration.
      return text !== "" && /^[\w\s#%.,()+*/!:-]+$/.test(text) ? [text] : [];
    });
    if (declarations.length > 0) attributes.set("style", declarations.toSorted().join(";"));
    else attributes.delete("style");
  }
  return { ...element, attributes, children: opaque.has(element.name) ? [] : joinTexts(element.children) };
}

/** Gives elements the styles that the frame's sheet has for them. */
function giveStyles(nodes: readonly TreeNode[], css: string): void {
  const rules = new Map(
    [...css.matchAll(/="(\d+)"\][^{]*\{(.*)\}/g)].map(([, number, text]) => [number, text] as const),
  );
  for (const { attributes } of listElements(nodes)) {
    const number = attributes.get("data-rune-style");
    if (number === undefined) continue;
    attributes.delete("data-rune-style");
    attributes.set("style", rules.get(number) ?? "");
  }
}

/** Pages of HTML that the compiler takes. */
function compilePages(inputs: readonly string[]): TestPage[] {
  return inputs.flatMap((source) => {
    const { view, diagnostics } = compileView({ file: "page.html", name: "home", source }, { names: "open" });
    const isRefused = diagnostics.some(({ severity }) => severity === "error");
    const template = view?.templates[0];
    return !template || isRefused || view.templates.length > 1 || template.bindings.length > 0
      ? []
      : [{ nodes: template.nodes }];
  });
}

/** A frame cannot say what no HTML says; but it says what the browser itself can say of a page. */
async function expectSame(pages: readonly TestPage[]): Promise<number> {
  const results = (await compare(pages)).flatMap((result) => result ?? []);
  const others = results.filter(({ framed, shown }) => framed !== shown);
  for (const { framed, written } of others) expect(framed).toBe(written);
  return results.length - others.length;
}

test.skipIf(!hasCases)("of the html5lib cases", async () => {
  const inputs = readCases().flatMap(({ input, context }) => (context === undefined ? [input] : []));
  const pages = compilePages(inputs);
  const same = await expectSame(pages);
  // No HTML says what the others show, such as a link inside of a link.
  expect(pages.length - same).toBe(9);
  expect(pages.length).toBeGreaterThan(1000);
});

test("of generated HTML", async () => {
  const pages = compilePages(generateInputs(300, 4));
  expect(await expectSame(pages)).toBe(pages.length);
  expect(pages.length).toBeGreaterThan(50);
});

const data = (name: string): Expression => ["data", name];
const path =
  (...names: string[]) =>
  (row: Expression): Expression =>
    names.reduce<Expression>((inner, name) => ["get", inner, name], row);
const plainRow: RowSubject = { values: [path(), path("length")], lists: [] };
const todoRow: RowSubject = {
  values: [
    path("title"),
    path("id"),
    path("done"),
    path("owner", "name"),
    path(),
    (row) => ["==", path("id")(row), data("chosen")],
  ],
  lists: [{ each: path("tags"), item: plainRow }],
};
const subject = {
  values: [
    ...["word", "hostile", "chosen", "nothing", "isOn", "todos", "none"].map(data),
    ["get", data("todos"), "length"] as Expression,
    ["at", data("numbers"), data("chosen")] as Expression,
    ["get", ["at", data("todos"), 0], "title"] as Expression,
  ],
  lists: [
    { each: data("todos"), key: ["get", ["item", 0], "id"] as Expression, item: todoRow },
    { each: data("none"), item: todoRow },
    { each: data("numbers"), key: ["item", 0] as Expression, item: plainRow },
    { each: data("chosen"), item: plainRow },
  ],
};
const title = fc.constantFrom("a", "B c", " x ", "<i>&amp;</i>", "-->", "\n", "\u00a0", "\"'", "");
const values = fc.record({
  word: title,
  hostile: fc.constantFrom("</p><p>", "<!--", "<script>x</script>", "&lt;", "\r\n"),
  chosen: fc.nat(3),
  nothing: fc.constant(null),
  isOn: fc.boolean(),
  none: fc.constant([]),
  numbers: fc.array(fc.nat(4), { maxLength: 5 }),
  todos: fc.array(
    fc.record({
      id: fc.nat(3),
      title,
      done: fc.boolean(),
      owner: fc.option(fc.record({ name: title })),
      tags: fc.array(title, { maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
});

function toPage({ templates: [first, ...templates] }: View, given: object): TestPage {
  return {
    nodes: first?.nodes ?? [],
    bindings: first?.bindings ?? [],
    templates,
    data: given as TestPage["data"] & {},
  };
}

test("of generated views with data", async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), fc.array(values, { minLength: 25, maxLength: 25 }), async (draw, all) => {
      const pages = all.map((given) => toPage(drawView(draw, subject), given));
      const results = await compare(pages);
      results.forEach((result, i) => {
        expect(result?.framed, JSON.stringify(pages[i])).toBe(result?.shown);
      });
    }),
    { numRuns: 10, endOnFailure: true },
  );
});

// What an app has begun ends with it, also what only some apps begin.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { measurePage } from "./harness/measure-page.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite("embed-entry.ts");
});
afterAll(() => site.close());

async function open(files: Readonly<Record<string, string>>): Promise<Page> {
  const { page } = await site.open(await compileTestApp(files), { isMounted: false });
  await page.evaluate(() => document.body.replaceChildren());
  return page;
}

test("unmounting calls off what was to be done later", async () => {
  const page = await open({
    "pages/home/index.html": `<input data-oninput.debounce-900="add"><p data-bind="count"></p>`,
    "pages/home/controller.ts": `export let count = 0; export function add(): void { count++; }
      export function start(): void { setTimeout(add, 900); setInterval(add, 900); }`,
  });
  const waiting = await page.evaluate(async () => {
    const handles = new Set<unknown>();
    const timers = {
      setTimeout: (run: () => void) => (handles.add(run), run),
      clearTimeout: (handle: unknown) => void handles.delete(handle),
    };
    const place = document.body.appendChild(document.createElement("section"));
    const mounted = await embed.mount("/test.rune/", place, { providers: { timers } });
    place.querySelector("input")?.dispatchEvent(new Event("input", { bubbles: true }));
    const before = handles.size;
    mounted.unmount();
    await new Promise(requestAnimationFrame);
    return [before, handles.size];
  });
  expect(waiting).toEqual([3, 0]);
});

test("unmounting ends what only some apps begin: overlays, questions before leaving, frames, sizes, drawings", async () => {
  const page = await open({
    "pages/home/index.html": `<style>p { color: red }</style><dialog id="more"><button>more</button></dialog><p data-onresize="measure"></p>
      <svg><defs><g id="part"><circle r="1"/></g></defs><use href="#part"/></svg><a data-link="/other">other</a>`,
    "pages/home/controller.ts": `export let frames = 0;
      export function start(): void { rune.show_overlay("more"); }
      export function measure(): void {}
      export function tick(): void { frames++; }
      export function guard_leave(): string { return "Leave?"; }`,
    "pages/other/index.html": `<h1>other</h1>`,
  });
  const session = await page.context().newCDPSession(page);
  const run = (): Promise<void> =>
    page.evaluate(async () => {
      const place = document.body.appendChild(document.createElement("section"));
      place.tabIndex = 0;
      const mounted = await embed.mount("/test.rune/", place);
      while (!place.querySelector("dialog")?.open) await new Promise(requestAnimationFrame);
      mounted.unmount();
      place.remove();
    });
  // What the page itself has once it has run an app.
  await run();
  const before = await measurePage(session);
  for (let i = 0; i < 3; i++) await run();
  const after = await measurePage(session);
  expect(after.listeners).toEqual(before.listeners);
  expect(after.instances).toBe(0);
  expect(await page.evaluate(() => [document.body.childElementCount, document.adoptedStyleSheets.length])).toEqual([
    0, 0,
  ]);
});

test("unmounting takes back that the element can have the focus, but not what the page has given it", async () => {
  const page = await open({
    "pages/home/index.html": `<a data-link="/other">other</a>`,
    "pages/other/index.html": `<p>other</p>`,
  });
  const seen = await page.evaluate(async () => {
    const attributes: (string | null)[] = [];
    for (const given of [undefined, 0]) {
      const place = document.body.appendChild(document.createElement("section"));
      if (given !== undefined) place.tabIndex = given;
      const mounted = await embed.mount("/test.rune/", place);
      await mounted.navigate("/other");
      attributes.push(place.getAttribute("tabindex"));
      mounted.unmount();
      attributes.push(place.getAttribute("tabindex"));
      place.remove();
    }
    return attributes;
  });
  expect(seen).toEqual(["-1", null, "0", "0"]);
});

test("unmounting ends what watches the element: fields in a form of the page, and drawings", async () => {
  const page = await open({
    "pages/home/index.html": `<input name="own"><svg><g id="part"></g><use href="#part"/></svg>`,
  });
  const seen = await page.evaluate(async () => {
    const form = document.body.appendChild(document.createElement("form"));
    const place = form.appendChild(document.createElement("section"));
    const put = async (): Promise<unknown[]> => {
      const create = (tag: string): Element => document.createElementNS("http://www.w3.org/2000/svg", tag);
      const [svg, loop, use] = [create("svg"), create("g"), create("use")];
      loop.id = "loop";
      use.setAttribute("href", "#loop");
      loop.append(use);
      svg.append(loop);
      place.replaceChildren(document.createElement("input"), svg);
      await new Promise(requestAnimationFrame);
      return [form.elements.length, use.hasAttribute("href")];
    };
    const mounted = await embed.mount("/test.rune/", place, { onError() {} });
    const during = await put();
    mounted.unmount();
    return [during, await put()];
  });
  expect(seen).toEqual([
    [0, false],
    [1, true],
  ]);
});

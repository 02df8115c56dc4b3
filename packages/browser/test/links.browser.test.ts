import { afterAll, beforeAll, expect, test } from "vitest";
import { renderFirstFrame } from "../src/first-frame/index.ts";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const names = ["a/b", "x#y", "p?q=1&r", "100%", "ä ö", "%2F", "\ud800", "plain-1"];
const found = names.map((name) => name.replace("\ud800", "\ufffd"));

const open = async (html: string): Promise<TestPageHandle> =>
  site.open(
    await compileTestApp({
      "pages/home/index.html": html,
      "pages/home/controller.ts": `export const names = ${JSON.stringify(names)}; export const path = "/item/a/more?b=c#d"; export const isLong = true;`,
      "pages/item/index.html": `<h1 data-route="/item/:id" data-bind="id"></h1><output data-bind="q"></output>`,
      "pages/item/controller.ts": `export let id = ""; export let q = "";
        export function start(params: { id: string; q?: string }): void { id = params.id; q = params.q ?? ""; }`,
      "pages/files/index.html": `<h1 data-route="/files/*rest" data-bind="rest"></h1>`,
      "pages/files/controller.ts": `export let rest = ""; export function start(params: { rest: string }): void { rest = params.rest; }`,
    }),
  );

test.each([
  "/item/${each}?q=${each}",
  "${isLong ? `/item/${each}` : path}?q=${each}",
  "/item/${each}${isLong ? `?q=${each}` : ''}",
])("data in `%s` is one part of the path, or one value", async (link) => {
  const handle = await open(`<a data-for="each in names" data-link="${link}">go</a>`);
  for (const [i, name] of found.entries()) {
    await handle.page.locator("a").nth(i).click();
    await expect.poll(() => handle.page.locator("h1").textContent()).toBe(name);
    expect(await handle.page.locator("output").textContent()).toBe(name);
    await handle.page.goBack();
    await handle.page.locator("a").nth(i).waitFor();
  }
  expect(await handle.codes()).toEqual([]);
});

test("what a path begins with is a path, and a rest takes apart what it is given", async () => {
  const handle = await open(
    `<a data-link="\${path}">whole</a><a data-link="\${path}&f=\${names[0]}">longer</a><a data-link="/files/\${names[0]}">files</a>`,
  );
  const hrefs = await handle.page.locator("a").evaluateAll((all) => all.map((each) => each.getAttribute("href")));
  expect(hrefs).toEqual(["/item/a/more?b=c#d", "/item/a/more?b=c#d&f=a%2Fb", "/files/a%2Fb"]);
  await handle.page.getByText("files").click();
  await expect.poll(() => handle.page.locator("h1").textContent()).toBe("a/b");
});

test("a part of a path that would lead to another level leads nowhere, in the first frame, too", async () => {
  const app = await compileTestApp({
    "pages/home/index.html": `<a data-for="each in parts" data-link="/item/\${each}/edit?q=\${each}">go</a>
      <button data-onclick="go">go</button>`,
    "pages/home/controller.ts": `export const parts = [".", "..", "%2e", "..."]; export function go(): void { rune.navigate("item", { id: ".." }); }`,
    "pages/item/index.html": `<h1 data-route="/item/:id/edit" data-bind="id"></h1>`,
    "pages/item/controller.ts": `export let id = ""; export function start(params: { id: string }): void { id = params.id; }`,
  });
  const hrefs = [null, null, "/item/%252e/edit?q=%252e", "/item/.../edit?q=..."];
  const [route] = app.manifest.routes;
  const frame = await renderFirstFrame({
    manifest: app.manifest,
    files: app.files,
    path: "/",
    route: route as (typeof app.manifest.routes)[number],
    source: "/app.rune/",
    base: "/",
  });
  expect(
    [...(frame?.html ?? "").matchAll(/<a[^>]*>/g)].map(([tag]) => /href="([^"]*)"/.exec(tag)?.[1] ?? null),
  ).toEqual(hrefs);
  const handle = await site.open(app);
  const links = handle.page.locator("a");
  await expect.poll(() => links.evaluateAll((all) => all.map((each) => each.getAttribute("href")))).toEqual(hrefs);
  expect(await handle.codes()).toEqual(["link_invalid", "link_invalid"]);
  await handle.page.getByRole("button").click();
  await expect.poll(() => handle.codes()).toEqual(["link_invalid", "link_invalid", "route_invalid"]);
});

test("a link is the current one where its query is, too", async () => {
  const links = ["/", "/?tag=a", "/?tag=b", "/?tag=a&by=x", "/?", "/#top", "/other", "/other/"];
  const app = await compileTestApp({
    "layout.html": `${links.map((link) => `<a data-link="${link}" data-link-active="on">${link}</a>`).join("")}<main data-outlet></main>`,
    "pages/home/index.html": `<p>home</p>`,
    "pages/other/index.html": `<p>other</p>`,
  });
  const [route] = app.manifest.routes;
  const options = {
    manifest: app.manifest,
    files: app.files,
    path: "/",
    route: route!,
    source: "/app.rune/",
    base: "/",
  };
  const html = (await renderFirstFrame(options))?.html ?? "";
  expect([...html.matchAll(/<a [^>]*class="on"[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual(["/", "/?", "/#top"]);
  const { page } = await site.open(app);
  const current = (): Promise<string[]> => page.locator("a.on[aria-current=page]").allTextContents();
  expect(await current()).toEqual(["/", "/?", "/#top"]);
  for (const [link, expected] of [
    ["/?tag=a", ["/", "/?tag=a", "/?", "/#top"]],
    ["/?tag=b", ["/", "/?tag=b", "/?", "/#top"]],
    ["/?tag=a&by=x", ["/", "/?tag=a", "/?tag=a&by=x", "/?", "/#top"]],
    ["/other", ["/other", "/other/"]],
  ] as const) {
    await page.getByText(link, { exact: true }).click();
    await expect.poll(current).toEqual(expected);
  }
});

test("clicks that ask for another place, and links that do, are the browser's", async () => {
  const { page } = await open(
    `<a id="plain" data-link="/item/a">go</a><a id="saved" download data-link="/item/a">go</a>
     <a id="outside" rel="nofollow external" data-link="/item/a">go</a><a id="self" target="_SELF" data-link="/item/a">go</a>
     <a id="blank" target="_blank" data-link="/item/a">go</a>`,
  );
  // Whether the app has taken a click, after which nothing of it happens.
  const isTaken = (id: string, init: Record<string, boolean | number> = {}): Promise<boolean> =>
    page.evaluate(
      ([name, given]) => {
        let isPrevented = false;
        const note = (event: Event): void => {
          isPrevented = event.defaultPrevented;
          event.preventDefault();
        };
        addEventListener("click", note, { once: true });
        const click = new MouseEvent("click", { bubbles: true, cancelable: true, ...given });
        document.getElementById(name)?.dispatchEvent(click);
        return isPrevented;
      },
      [id, init] as const,
    );
  for (const held of ["altKey", "ctrlKey", "metaKey", "shiftKey"]) {
    expect(await isTaken("plain", { [held]: true }), held).toBe(false);
  }
  expect(await isTaken("plain", { button: 1 })).toBe(false);
  for (const id of ["saved", "outside", "blank"]) expect(await isTaken(id), id).toBe(false);
  expect(await isTaken("self")).toBe(true);
  await expect.poll(() => page.locator("h1").textContent()).toBe("a");
});

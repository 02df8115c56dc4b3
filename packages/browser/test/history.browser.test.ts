import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SealedPackage } from "@rune/archive";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type OpenOptions, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
let app: SealedPackage;
beforeAll(async () => {
  site = await createTestSite();
  app = await compileTestApp(files);
});
afterAll(() => site.close());

const nav = `<nav><a data-link="/" id="to-home">home</a> <a data-link="/list">list</a> <a data-link="/form">form</a>
  <a data-link="/other">other</a></nav>`;

const files = {
  "pages/home/index.html": `<title>Home</title>${nav}<h1>home</h1>
    <div style="height: 4000px"></div><a data-link="/other" id="low">low</a><div style="height: 2000px"></div>`,
  // Its rows come later than the page.
  "pages/list/index.html": `<title>List</title>${nav}<h1>list</h1>
    <p data-for="row in rows" style="height: 40px"><a data-link="/other" data-bind="row"></a></p><p id="end">end</p>`,
  "pages/list/controller.ts": `
    export let rows: number[] = [];
    export function start(): void {
      rows = [];
      setTimeout(() => { rows = Array.from({ length: 200 }, (_, i) => i); }, 300);
    }`,
  "pages/form/index.html": `<title>Form</title>${nav}<h1>form</h1><input id="name" autofocus>`,
  "pages/bare/index.html": `<h1>bare</h1><a id="again" data-link="/last">last</a>`,
  "pages/last/index.html": `<h1>last</h1>`,
  "pages/other/index.html": `<title>Other</title>${nav}<h1>other</h1>`,
  "pages/missing/index.html": `<title>Missing</title><h1>Nothing at <b data-bind="path"></b></h1><a data-link="/" data-route="/*path">home</a>`,
  "pages/missing/controller.ts": `export let path = ""; export function start(params: { path: string }): void { path = params.path; }`,
};

const scrolled = ({ page }: TestPageHandle): Promise<number> => page.evaluate(() => Math.round(scrollY));
const shows = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.locator("#app h1", { hasText: name }).waitFor();
const click = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("link", { name, exact: true }).click();
/** Scrolls, and waits until the page has been told. */
const scroll = (handle: TestPageHandle, y: number): Promise<void> =>
  handle.page.evaluate(
    (top) =>
      new Promise((resolve) => {
        addEventListener("scroll", () => resolve(), { once: true });
        scrollTo(0, top);
      }),
    y,
  );

for (const hasNavigation of [true, false]) {
  const open = async (options: OpenOptions = {}): Promise<TestPageHandle> => {
    const handle = await site.open(app, {
      ...options,
      prepare: hasNavigation
        ? () => {}
        : () => {
            Reflect.deleteProperty(window, "navigation");
          },
    });
    expect(await handle.page.evaluate(() => "navigation" in window)).toBe(hasNavigation);
    return handle;
  };

  describe(`${hasNavigation ? "with" : "without"} the Navigation API`, () => {
    test("back and forward lead to where the user was, a link to the top", async () => {
      const handle = await open();
      await scroll(handle, 3900);
      await click(handle, "low");
      await shows(handle, "other");
      await expect.poll(() => scrolled(handle)).toBe(0);
      await handle.page.goBack();
      await shows(handle, "home");
      await expect.poll(() => scrolled(handle)).toBe(3900);
      await scroll(handle, 1000);
      await handle.page.goForward();
      await shows(handle, "other");
      await expect.poll(() => scrolled(handle)).toBe(0);
      await handle.page.goBack();
      await shows(handle, "home");
      await expect.poll(() => scrolled(handle)).toBe(1000);
    });

    test("also where the page grows when its data has come", async () => {
      const handle = await open({ path: "/list" });
      await handle.page.locator("#app p", { hasText: "199" }).waitFor();
      await scroll(handle, 5000);
      await handle.page.evaluate(() => testbed.app?.navigate("/other"));
      await shows(handle, "other");
      await handle.page.goBack();
      await shows(handle, "list");
      expect(await scrolled(handle)).toBeLessThan(200);
      await expect.poll(() => scrolled(handle)).toBe(5000);
    });

    test("unless the user has scrolled meanwhile", async () => {
      const handle = await open({ path: "/list" });
      await handle.page.locator("#app p", { hasText: "199" }).waitFor();
      await scroll(handle, 5000);
      await handle.page.evaluate(() => testbed.app?.navigate("/other"));
      await shows(handle, "other");
      await handle.page.goBack();
      await shows(handle, "list");
      await handle.page.mouse.wheel(0, 1);
      await handle.page.locator("#app p", { hasText: "199" }).waitFor();
      await handle.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      expect(await scrolled(handle)).toBeLessThan(200);
    });

    test("a reload stays where the user was", async () => {
      const handle = await open({ path: "/list" });
      await handle.page.locator("#app p", { hasText: "199" }).waitFor();
      await scroll(handle, 4000);
      await handle.page.reload();
      if (!hasNavigation) await handle.page.evaluate(() => Reflect.deleteProperty(window, "navigation"));
      await handle.page.evaluate(() => testbed.mount());
      await expect.poll(() => scrolled(handle)).toBe(4000);
    });

    test("fragments of a page have their places in the history, too", async () => {
      const handle = await open();
      await handle.page.evaluate(() => testbed.app?.navigate("/#low"));
      await expect.poll(() => scrolled(handle)).toBeGreaterThan(3000);
      const low = await scrolled(handle);
      await handle.page.evaluate(() => testbed.app?.navigate("/"));
      await expect.poll(() => scrolled(handle)).toBe(0);
      await handle.page.goBack();
      await expect.poll(() => scrolled(handle)).toBe(low);
    });

    test("each page that comes is announced, and has the focus", async () => {
      const handle = await open();
      const said = (): Promise<string | null> =>
        handle.page.evaluate(() => document.querySelector("body > [aria-live]")?.textContent ?? null);
      const focused = (): Promise<string> =>
        handle.page.evaluate(() => document.activeElement?.id || String(document.activeElement?.tagName));
      expect([await said(), await focused()]).toEqual([null, "BODY"]);
      await click(handle, "other");
      await expect.poll(said).toBe("Other");
      expect(await focused()).toBe("H1");
      await click(handle, "form");
      await expect.poll(said).toBe("Form");
      expect(await focused()).toBe("name");
      await handle.page.goBack();
      await expect.poll(said).toBe("Other");
      expect(await focused()).toBe("H1");
      await handle.page.evaluate(() => testbed.app?.unmount());
      expect(await said()).toBeNull();
      expect(await handle.page.evaluate(() => history.scrollRestoration)).toBe("auto");
    });

    test("a link leads to the top where the page around the app stays long, and a page without a title is called by its heading", async () => {
      const handle = await open();
      await handle.page.evaluate(() => {
        document.title = "";
        document.body.append(Object.assign(document.createElement("div"), { id: "tall" }));
        Object.assign((document.querySelector("#tall") as HTMLElement).style, { height: "9000px" });
      });
      expect(await handle.page.evaluate(() => history.scrollRestoration)).toBe(hasNavigation ? "auto" : "manual");
      await handle.page.evaluate(() => testbed.app?.navigate("/bare"));
      await scroll(handle, 5000);
      await handle.page.evaluate(() => document.querySelector<HTMLElement>("#again")?.click());
      await shows(handle, "last");
      expect(await scrolled(handle)).toBe(0);
      await expect
        .poll(() => handle.page.evaluate(() => document.querySelector("body > [aria-live]")?.textContent))
        .toBe("last");
    });

    test("going back while a page loads abandons it", async () => {
      const handle = await open({ verify: "used" });
      await click(handle, "list");
      await shows(handle, "list");
      let release = (): void => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      await handle.page.route("**/views/other.view.json", async (route) => {
        await released;
        await route.continue();
      });
      const asked = handle.page.waitForRequest("**/views/other.view.json");
      await click(handle, "other");
      await asked;
      await handle.page.goBack();
      await shows(handle, "home");
      const done = handle.page.waitForEvent("requestfinished");
      release();
      await done;
      await handle.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
      expect(await handle.page.textContent("#app h1")).toBe("home");
      expect(new URL(handle.page.url()).pathname).toBe("/");
      expect(await handle.codes()).toEqual([]);
    });

    test("a page for all other addresses shows for them", async () => {
      const handle = await open({ path: "/no/where" });
      await shows(handle, "Nothing at no/where");
      await click(handle, "home");
      await shows(handle, "home");
      await handle.page.goBack();
      await shows(handle, "Nothing at no/where");
      expect(await handle.codes()).toEqual([]);
    });
  });
}

test("links work before the logic has loaded", async () => {
  const handle = await site.open(app, { isMounted: false, verify: "used" });
  await handle.page.route("**/*.wasm", () => {});
  await handle.page.evaluate(() => void testbed.mount({ verify: "used" }));
  await shows(handle, "home");
  await click(handle, "list");
  await shows(handle, "list");
  await click(handle, "other");
  await shows(handle, "other");
  expect(handle.requests.filter((path) => path === "/list")).toEqual([]);
});

test("a link to something outside is the browser's", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<h1>home</h1><a rel="noopener external" data-link="/other">other</a>`,
      "pages/other/index.html": `<h1>other</h1>`,
    }),
  );
  await Promise.all([handle.page.waitForEvent("domcontentloaded"), click(handle, "other")]);
  expect(handle.requests.at(-1)).not.toBe("/");
  expect(handle.requests).toContain("/other");
});

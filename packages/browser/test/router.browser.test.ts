import type { Binding, Expression, RoutingMode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestAppOptions, TestPage } from "./harness/test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const link = (at: number[], to: Expression): Binding => ({ type: "link", at, to, active: "on" });

function page(name: string, pattern: string, more: Partial<TestPage> = {}): TestPage {
  return {
    pattern,
    nodes: [
      ["a", { id: "to-home" }, "home"],
      ["a", { id: "to-user" }, "user"],
      ["a", { id: "to-about", target: "_blank" }, "about"],
      ["main", {}, ["h1", {}, name], ["p", { id: "t" }, ""]],
    ],
    bindings: [
      link([0], "/"),
      link([1], ["text", "/users/", ["??", ["data", "next"], 7]]),
      link([2], "/about"),
      { type: "text", at: [3, 1], value: ["data", "t"] },
    ],
    head: { title: `${name} title` },
    ...more,
  };
}

const app = (routing: RoutingMode): TestAppOptions => ({
  routing,
  pages: {
    home: page("home", "/", {
      head: { title: "home title", lang: "fr", meta: [{ name: "description", content: "the home" }] },
    }),
    user: page("user", "/users/:id"),
    about: page("about", "/about", { isStatic: true }),
  },
});

const heading = ({ page: browserPage }: TestPageHandle): Promise<string | null> => browserPage.textContent("#app h1");
const location = ({ page: browserPage }: TestPageHandle): string => {
  const url = new URL(browserPage.url());
  return url.pathname + url.search + url.hash;
};
const shows = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.locator("#app h1", { hasText: name }).waitFor();

for (const routing of ["path", "hash"] as const) {
  const at = (path: string): string => (routing === "path" ? path : `/#${path}`);

  describe(`routing by ${routing}`, () => {
    test("links are real, and a plain click stays in the page", async () => {
      const handle = await site.open(app(routing));
      expect(await handle.page.getAttribute("#to-user", "href")).toBe(at("/users/7").replace(/^\/#/, "#"));
      const loads = handle.requests.length;
      await handle.page.click("#to-user");
      await shows(handle, "user");
      expect(location(handle)).toBe(at("/users/7"));
      expect(handle.requests.slice(loads)).toEqual([]);
      expect(handle.log).toEqual(["{}", "stop", '{"id":"7"}']);
    });

    test("a click with a modifier, or for another window, is the browser's", async () => {
      const handle = await site.open(app(routing));
      const context = handle.page.context();
      for (const [selector, modifiers] of [
        ["#to-user", ["ControlOrMeta"]],
        ["#to-about", []],
      ] as const) {
        const [opened] = await Promise.all([
          context.waitForEvent("page"),
          handle.page.click(selector, { modifiers: [...modifiers] }),
        ]);
        await opened.close();
      }
      expect(await heading(handle)).toBe("home");
    });

    test("the link to what shows is marked", async () => {
      const handle = await site.open(app(routing));
      const marks = (): Promise<string[]> =>
        handle.page.evaluate(() =>
          [...document.querySelectorAll("#app a")].map(
            (each) => `${each.id} ${each.className} ${each.getAttribute("aria-current")}`,
          ),
        );
      expect(await marks()).toEqual(["to-home on page", "to-user  null", "to-about  null"]);
      await handle.page.click("#to-user");
      await shows(handle, "user");
      expect(await marks()).toEqual(["to-home  null", "to-user on page", "to-about  null"]);
    });

    test("back and forward", async () => {
      const handle = await site.open(app(routing));
      await handle.page.click("#to-user");
      await shows(handle, "user");
      await handle.page.goBack();
      await shows(handle, "home");
      expect(location(handle)).toBe("/");
      await handle.page.goForward();
      await shows(handle, "user");
      expect(handle.log).toEqual(["{}", "stop", '{"id":"7"}', "stop", "{}", "stop", '{"id":"7"}']);
    });

    test("title, language, meta and focus follow the page", async () => {
      const handle = await site.open(app(routing));
      const state = (): Promise<unknown[]> =>
        handle.page.evaluate(() => [
          document.title,
          document.documentElement.lang,
          document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content,
          document.activeElement?.tagName,
        ]);
      expect(await state()).toEqual(["home title", "fr", "the home", "BODY"]);
      await handle.page.click("#to-user");
      await shows(handle, "user");
      expect(await state()).toEqual(["user title", "de", undefined, "MAIN"]);
    });

    test("other parameters start the same page again, without touching nodes or focus", async () => {
      const handle = await site.open(app(routing), { path: at("/users/1") });
      await handle.page.evaluate(() => document.querySelector("main")?.setAttribute("data-mark", "1"));
      await handle.page.click("#to-user");
      await expect.poll(() => handle.log).toEqual(['{"id":"1"}', '{"id":"7"}']);
      expect(await handle.page.getAttribute("main", "data-mark")).toBe("1");
      expect(await handle.page.evaluate(() => document.activeElement?.id)).toBe("to-user");
    });

    test("an address without a page says so, and leads to the start", async () => {
      const handle = await site.open(app(routing), { path: at("/nowhere") });
      expect(await heading(handle)).toBe("Page not found");
      expect(await handle.page.textContent("#app p")).toContain("/nowhere");
      await handle.page.click("#app a");
      await shows(handle, "home");
      await handle.page.goBack();
      await shows(handle, "Page not found");
      expect(await handle.codes()).toEqual([]);
    });

    test("mutations navigate by view and by path", async () => {
      const handle = await site.open(app(routing));
      await handle.dispatch({ type: "Navigate", view_id: "user", params: { id: "a b", tab: "x" } });
      await shows(handle, "user");
      expect(location(handle)).toBe(at("/users/a%20b?tab=x"));
      expect(handle.log.at(-1)).toBe('{"tab":"x","id":"a b"}');
      await handle.dispatch({ type: "Navigate", view_id: "/about" });
      await shows(handle, "about");
      await handle.page.evaluate(() => testbed.app?.navigate("/users/3"));
      await shows(handle, "user");
      await handle.dispatch({ type: "NavigateBack" });
      await shows(handle, "about");
    });

    test("two steps back at once lead two pages back", async () => {
      const handle = await site.open(app(routing));
      for (const [path, name] of [
        ["/users/1", "user"],
        ["/about", "about"],
        ["/users/2", "user"],
      ] as const) {
        await handle.page.evaluate((target) => testbed.app?.navigate(target), path);
        await shows(handle, name);
      }
      await handle.page.evaluate(() => {
        for (let i = 0; i < 2; i++) testbed.dispatch({ type: "NavigateBack" });
      });
      await expect.poll(() => location(handle)).toBe(at("/users/1"));
      await shows(handle, "user");
      await handle.dispatch({ type: "NavigateBack" });
      await shows(handle, "home");
      await handle.page.goForward();
      await handle.page.goForward();
      await shows(handle, "about");
    });

    test("without a page before, NavigateBack opens the start", async () => {
      const handle = await site.open(app(routing), { path: at("/users/1") });
      await handle.dispatch({ type: "NavigateBack" });
      await shows(handle, "home");
      expect(location(handle)).toBe(at("/"));
    });
  });
}

test("mistakes of navigation are reported, and the page stays", async () => {
  const handle = await site.open(app("path"));
  for (const [mutation, code] of [
    [{ type: "Navigate", view_id: "usr" }, "navigation_view_unknown"],
    [{ type: "Navigate", view_id: "user" }, "route_parameter_missing"],
    [{ type: "Navigate", view_id: "//evil.example" }, "route_invalid"],
  ] as const) {
    await handle.page.evaluate(() => void testbed.reports.splice(0));
    await handle.dispatch(mutation);
    await expect.poll(() => handle.codes()).toEqual([code]);
  }
  expect(await heading(handle)).toBe("home");
  const rejection = await handle.page.evaluate(() =>
    testbed.app?.navigate("settings").catch((error: { code: string }) => error.code),
  );
  expect(rejection).toBe("route_invalid");
});

test("a link that would leave the app has no address", async () => {
  const handle = await site.open({
    pages: { home: { nodes: [["a", { id: "a" }, "x"]], bindings: [link([0], ["data", "to"])], data: { to: "/fine" } } },
  });
  for (const to of [
    "//evil.example",
    "javascript:alert(1)",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example",
  ]) {
    await handle.set({ to: "/fine" });
    expect(await handle.page.getAttribute("#a", "href")).toBe("/fine");
    await handle.set({ to });
    expect(await handle.page.getAttribute("#a", "href")).toBeNull();
  }
  expect(new Set(await handle.codes())).toEqual(new Set(["link_invalid"]));
});

test("a handler that prevents a click keeps the link from being followed", async () => {
  const handle = await site.open({
    pages: {
      home: {
        nodes: [
          ["a", { id: "a" }, ["b", {}, "x"]],
          ["h1", {}, "home"],
        ],
        bindings: [
          link([0], "/other"),
          { type: "event", at: [0, 0], event: "click", handler: "log", arguments: ["no"], modifiers: ["prevent"] },
        ],
      },
      other: page("other", "/other"),
    },
  });
  await handle.page.click("#a b");
  expect(handle.log.at(-1)).toBe("no");
  expect(await heading(handle)).toBe("home");
});

test("an app with one page and no links loads no router", async () => {
  const handle = await site.open({ pages: { home: { nodes: [["h1", {}, "home"]] } } }, { path: "/anywhere" });
  expect(await heading(handle)).toBe("home");
  expect(handle.requests.filter((path) => path.includes("router"))).toEqual([]);
});

test("routes live under the base", async () => {
  const handle = await site.open(app("path"), { path: "/shop/users/5", base: "/shop/" });
  expect(await heading(handle)).toBe("user");
  await handle.page.click("#to-home");
  await shows(handle, "home");
  expect(location(handle)).toBe("/shop/");
});

test("an address that names no route opens the entry, also on the way back", async () => {
  for (const routing of ["path", "hash"] as const) {
    const { pages } = app(routing);
    const own = routing === "path" ? { user: page("user", "/users/:id"), about: page("about", "/about") } : pages;
    const handle = await site.open({ routing, pages: own, entry: "/about" });
    expect(await heading(handle)).toBe("about");
    await handle.page.click("#to-user");
    await shows(handle, "user");
    await handle.page.goBack();
    await shows(handle, "about");
  }
});

test("of two navigations at once the last one shows", async () => {
  const handle = await site.open(app("path"));
  await handle.page.evaluate(() => Promise.all([testbed.app?.navigate("/about"), testbed.app?.navigate("/users/2")]));
  expect(await heading(handle)).toBe("user");
  expect(location(handle)).toBe("/users/2");
  await handle.page.goBack();
  await shows(handle, "home");
});

test("data of a page is kept while others show, also what comes meanwhile", async () => {
  const handle = await site.open(app("path"));
  await handle.set({ t: "kept" });
  await handle.page.evaluate(() => testbed.send("timer", "later"));
  await handle.page.click("#to-user");
  await shows(handle, "user");
  await expect.poll(() => handle.log).toContain("later");
  await handle.page.click("#to-home");
  await shows(handle, "home");
  expect(await handle.page.textContent("#t")).toBe("kept");
});

test("a page that cannot be read shows why, and the app goes on", async () => {
  const handle = await site.open(app("path"), {
    verify: "used",
    tamper: (files) => void files.delete("views/user.view.json"),
  });
  await handle.page.click("#to-user");
  await handle.page.locator("[role=alert]").waitFor();
  expect(await handle.page.textContent("[role=alert]")).toContain("views/user.view.json");
  expect(await handle.codes()).toEqual(["page_failed"]);
  await handle.page.goBack();
  await shows(handle, "home");
});

test("a modal does not outlive its page", async () => {
  const options = app("path");
  const home: TestPage = {
    ...options.pages["home"],
    nodes: [...(options.pages["home"]?.nodes ?? []), ["dialog", { id: "d" }, "x"]],
  };
  const handle = await site.open({ ...options, pages: { ...options.pages, home } });
  await handle.dispatch({ type: "ShowOverlay", overlay_id: "d" });
  await handle.page.locator("#d").waitFor();
  await handle.page.evaluate(() => testbed.app?.navigate("/users/1"));
  await shows(handle, "user");
  await handle.page.click("#to-home");
  await shows(handle, "home");
  expect(await handle.page.locator("#d").isVisible()).toBe(false);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealTestApp, type TestAppOptions } from "./harness/test-app.ts";
import { assembleModule } from "./harness/test-module.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const image = "<svg xmlns='http://www.w3.org/2000/svg' width='3' height='2'/>";
const simple: TestAppOptions = {
  pages: {
    home: {
      nodes: [["p", { style: "color: red" }, "…"]],
      bindings: [{ type: "text", at: [0], value: ["data", "name"] }],
      data: { name: "Rune" },
      styles: ["assets/page.css"],
      head: { title: "Home" },
    },
  },
  files: { "assets/page.css": "p { margin: 7px }" },
};

test("shows a page with its data, under the strict policy", async () => {
  const app = await site.open(simple);
  expect(await app.html()).toBe('<p style="color: red;">Rune</p>');
  await app.set({ name: "again" });
  expect(await app.html()).toBe('<p style="color: red;">again</p>');
  expect(await app.codes()).toEqual([]);
  expect(app.log).toEqual(["{}"]);
  expect(app.complaints).toEqual({ errors: [], violations: [] });
});

test("tells manifest and root", async () => {
  const sealed = await sealTestApp(simple);
  const app = await site.open(sealed, { root: sealed.root });
  expect(await app.page.evaluate(() => [testbed.app?.root, testbed.app?.manifest.id])).toEqual([
    sealed.root,
    "test-app",
  ]);
});

describe("styles and assets", () => {
  test("are taken from the package, and style sheets find what lies beside them", async () => {
    const app = await site.open({
      pages: {
        home: {
          nodes: [
            ["img", { id: "a", src: "asset:assets/img/a b.svg" }],
            ["img", { id: "b" }],
            ["img", { id: "c", srcset: "asset:assets/img/x.svg 1x, asset:assets/img/y.svg 2x" }],
            ["p", { id: "bg", title: "asset:no" }, "x"],
          ],
          bindings: [{ type: "attribute", at: [1], name: "src", value: ["data", "src"] }],
          data: { src: "asset:assets/img/x.svg#part" },
          styles: ["assets/css/page.css"],
        },
      },
      files: {
        "assets/css/page.css": "#bg { background-image: url(../img/x.svg) }",
        "assets/img/x.svg": image,
        "assets/img/y.svg": image,
        "assets/img/a b.svg": image,
      },
    });
    const attribute = (id: string, name: string): Promise<string | null> => app.page.getAttribute(`#${id}`, name);
    const base = new URL("/test.rune/", app.page.url()).href;
    expect(await attribute("a", "src")).toBe(`${base}assets/img/a%20b.svg`);
    expect(await attribute("b", "src")).toBe(`${base}assets/img/x.svg#part`);
    expect(await attribute("c", "srcset")).toBe(`${base}assets/img/x.svg 1x, ${base}assets/img/y.svg 2x`);
    expect(await attribute("bg", "title")).toBe("asset:no");
    await expect
      .poll(() => app.page.evaluate(() => document.querySelector<HTMLImageElement>("#a")?.naturalWidth))
      .toBe(3);
    const background = await app.page.evaluate(
      () => getComputedStyle(document.querySelector("#bg") as Element).backgroundImage,
    );
    expect(background).toBe(`url("${base}assets/img/x.svg")`);
    await app.set({ src: "asset:assets/none.svg" });
    expect(await attribute("b", "src")).toBeNull();
    expect(await app.codes()).toEqual(["asset_unknown"]);
    expect(app.complaints.violations).toEqual([]);
  });
});

describe("a controller's life", () => {
  const dispatch = '{\\"type\\":\\"UpdateData\\",\\"node_id\\":\\"home\\",\\"updates\\":{\\"name\\":\\"started\\"}}';
  const eager = assembleModule(
    `(module
      (import "rune" "core_dispatch_mutation" (func $dispatch (param i32 i32)))
      (import "rune" "log_info" (func $log (param i32 i32)))
      (memory (export "memory") 1 256)
      (data (i32.const 0) "tick")
      (data (i32.const 16) "${dispatch}")
      (global $ticks (mut i32) (i32.const 0))
      (func (export "start") (call $dispatch (i32.const 16) (i32.const ${dispatch.replaceAll("\\", "").length})))
      (func (export "tick")
        (call $log (i32.const 0) (i32.const 4))
        (global.set $ticks (i32.add (global.get $ticks) (i32.const 1)))
        (if (i32.eq (global.get $ticks) (i32.const 3)) (then unreachable))))`,
    {
      file: "logic/eager.wasm",
      exports: [
        { name: "start", parameters: [] },
        { name: "tick", parameters: [] },
      ],
      imports: ["core_dispatch_mutation", "log_info"],
      capabilities: ["ui", "log"],
    },
  );
  const pages = { home: { ...simple.pages["home"], nodes: simple.pages["home"]?.nodes ?? [], module: eager } };

  test("start runs before the first frame", async () => {
    const app = await site.open({ ...simple, pages }, { isMounted: false });
    const frames = await app.page.evaluate(async () => {
      const seen = new Set<string | null | undefined>();
      let isMounted = false;
      const look = (): void => {
        seen.add(document.querySelector("#app p")?.textContent);
        if (!isMounted) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      // A page is shown without its controller if that takes long, as it may on a busy machine: here nothing takes too long.
      const { setTimeout } = window;
      window.setTimeout = (() => 0) as unknown as typeof setTimeout;
      await testbed.mount();
      window.setTimeout = setTimeout;
      isMounted = true;
      seen.add(document.querySelector("#app p")?.textContent);
      return [...seen].filter((text) => text !== undefined);
    });
    expect(frames).toEqual(["started"]);
  });

  test("tick runs once a frame; a broken one is reported once", async () => {
    const app = await site.open({ ...simple, pages });
    await expect.poll(() => app.codes()).toEqual(["guest_trapped"]);
    await app.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(app.log).toEqual(["tick", "tick", "tick"]);
    expect(await app.codes()).toEqual(["guest_trapped"]);
  });

  test("timers call on_timer", async () => {
    const app = await site.open(simple);
    await app.page.evaluate(() => testbed.send("timer", "soon"));
    await expect.poll(() => app.log).toEqual(["{}", "soon"]);
  });
});

test("a module that writes to the clipboard suspends, and works where that is granted", async () => {
  const copying = assembleModule(
    `(module
      (import "rune" "clipboard_write" (func $write (param i32 i32) (result i32)))
      (import "rune" "log_info" (func $log (param i32 i32)))
      (memory (export "memory") 1 256)
      (data (i32.const 0) "copied")
      (func (export "copy") (if (call $write (i32.const 0) (i32.const 6)) (then (call $log (i32.const 0) (i32.const 6))))))`,
    {
      file: "logic/copying.wasm",
      exports: [{ name: "copy", parameters: [] }],
      imports: ["clipboard_write", "log_info"],
      capabilities: ["clipboard", "log"],
    },
  );
  const options: TestAppOptions = {
    pages: {
      home: {
        nodes: [["button", { id: "b" }, "copy"]],
        bindings: [{ type: "event", at: [0], event: "click", handler: "copy", arguments: [] }],
        module: copying,
      },
    },
    capabilities: [{ name: "clipboard" }],
  };
  const denied = await site.open(options, { fails: true });
  expect(await denied.page.evaluate(() => testbed.failure?.code)).toBe("module_capability_denied");
  const app = await site.open(options, { grants: ["clipboard", "log"] });
  await app.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.page.click("#b");
  await expect.poll(() => app.log).toEqual(["copied"]);
  expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe("copied");
  expect(await app.codes()).toEqual([]);
});

test("unmount leaves nothing behind", async () => {
  const app = await site.open(
    {
      ...simple,
      pages: {
        home: {
          ...simple.pages["home"],
          nodes: [
            ["button", { id: "b" }, "x"],
            ["input", { id: "i" }],
          ],
          bindings: [
            { type: "event", at: [0], event: "click", handler: "log", arguments: ["click"] },
            { type: "event", at: [1], event: "focus", handler: "log", arguments: ["focus"] },
            { type: "link", at: [0], to: "/" },
          ],
        },
      },
    },
    {
      prepare: () => {
        // Every listener, timer and frame that is asked for counts until it is given back.
        const open = new Set<string>();
        Object.assign(globalThis, { open });
        const add = EventTarget.prototype.addEventListener;
        const remove = EventTarget.prototype.removeEventListener;
        const name = (target: EventTarget, type: string): string => `${target.constructor.name} ${type}`;
        EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
          // Nodes of the app itself go with their listeners.
          if (this instanceof AbortSignal || (this instanceof Element && this.id !== "app"))
            return add.call(this, type, listener, options);
          open.add(name(this, type));
          if (typeof options === "object")
            options.signal?.addEventListener("abort", () => open.delete(name(this, type)));
          return add.call(this, type, listener, options);
        };
        EventTarget.prototype.removeEventListener = function (this: EventTarget, type, listener, options) {
          open.delete(name(this, type));
          return remove.call(this, type, listener, options);
        };
      },
    },
  );
  const listeners = (): Promise<string[]> =>
    app.page.evaluate(() => [...(globalThis as unknown as { open: Set<string> }).open].sort());
  expect(await listeners()).toEqual([
    "HTMLDivElement click",
    "HTMLDivElement focusin",
    "HTMLDivElement formdata",
    "HTMLDivElement submit",
    "HTMLDocument click",
    "HTMLDocument submit",
    "Navigation navigate",
    "Window pagehide",
    "Window popstate",
    "Window scroll",
  ]);
  const after = await app.page.evaluate(() => {
    testbed.send("timer", "late");
    const button = document.querySelector("#b") as HTMLElement;
    testbed.app?.unmount();
    document.body.append(button);
    button.click();
    testbed.app?.unmount();
    button.remove();
    return [
      document.querySelector("#app")?.outerHTML,
      document.adoptedStyleSheets.length,
      document.title,
      document.documentElement.lang,
      Object.keys(localStorage).length,
    ];
  });
  expect(after).toEqual(['<div id="app"></div>', 0, "Host", "de", 0]);
  expect(await listeners()).toEqual([]);
  await app.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(app.log).toEqual(["{}", "stop"]);
});

test("an app that was unmounted does nothing any more", async () => {
  const app = await site.open(simple);
  const after = await app.page.evaluate(async () => {
    const { app: mounted } = testbed;
    mounted?.unmount();
    await mounted?.navigate("/");
    return document.querySelector("#app")?.outerHTML;
  });
  expect(after).toBe('<div id="app"></div>');
});

test("needs an element", async () => {
  const app = await site.open(simple, { isMounted: false });
  await app.page.evaluate(() => document.querySelector("#app")?.remove());
  await app.page.evaluate(() => testbed.mount());
  expect(await app.page.evaluate(() => testbed.failure?.message)).toContain("`element`");
});

test("can be mounted again after it was unmounted", async () => {
  const app = await site.open(simple);
  await app.page.evaluate(async () => {
    testbed.app?.unmount();
    await testbed.mount();
  });
  expect(await app.page.textContent("#app p")).toBe("Rune");
  expect(await app.page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
});

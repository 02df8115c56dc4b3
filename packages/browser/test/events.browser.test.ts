import type { Binding, EventBinding, Expression, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** A handler that logs. */
const on = (event: string, at: number[], said: Expression, more: Partial<EventBinding> = {}): EventBinding => ({
  type: "event",
  at,
  event,
  handler: "log",
  arguments: [said],
  ...more,
});

const open = (nodes: ViewNode[], bindings: Binding[], data = {}, options = {}): Promise<TestPageHandle> =>
  site.open({ pages: { home: { nodes, bindings, data } } }, options);

/** What the app has logged after `start`. */
const logged = ({ log }: TestPageHandle): string[] => log.slice(1);

describe("the way of an event", () => {
  const nested: ViewNode[] = [
    ["div", { id: "a" }, ["div", { id: "b" }, ["button", { id: "c" }, ["span", { id: "d" }, "x"]]]],
  ];

  test("goes outwards from the target", async () => {
    const app = await open(nested, [on("click", [0], "a"), on("click", [0, 0], "b"), on("click", [0, 0, 0], "c")]);
    await app.page.click("#d");
    expect(logged(app)).toEqual(["c", "b", "a"]);
  });

  test("ends at .stop, also for the page around the app", async () => {
    const app = await open(nested, [
      on("click", [0], "a"),
      on("click", [0, 0], "b", { modifiers: ["stop"] }),
      on("click", [0, 0, 0], "c"),
    ]);
    await app.page.evaluate(() => document.body.addEventListener("click", () => console.info("[app] outside")));
    await app.page.click("#d");
    expect(logged(app)).toEqual(["c", "b"]);
  });

  test(".self takes only its own events", async () => {
    const app = await open(nested, [
      on("click", [0, 0], "b", { modifiers: ["self"] }),
      on("click", [0, 0, 0], "c", { modifiers: ["self"] }),
    ]);
    await app.page.click("#d");
    await app.page.evaluate(() => document.querySelector<HTMLElement>("#b")?.click());
    expect(logged(app)).toEqual(["b"]);
  });

  test(".once runs once", async () => {
    const app = await open(nested, [on("click", [0, 0, 0], "c", { modifiers: ["once"] })]);
    await app.page.click("#c");
    await app.page.click("#c");
    expect(logged(app)).toEqual(["c"]);
  });

  test("disabled controls take no clicks, not even on what is in them", async () => {
    const app = await open(
      [["button", { id: "c", disabled: "" }, ["span", { id: "d" }, "x"]]],
      [on("click", [0], "c")],
    );
    await app.page.evaluate(() => {
      document.querySelector("#d")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      document.querySelector("#c")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    });
    expect(logged(app)).toEqual([]);
  });

  test("what does not bubble is heard where it happens", async () => {
    const app = await open(
      [["div", {}, ["input", { id: "i" }], ["details", { id: "t" }, ["summary", {}, "s"]]]],
      [
        on("focus", [0, 0], "focus"),
        on("blur", [0, 0], "blur"),
        on("toggle", [0, 1], "toggle"),
        on("mouseenter", [0], "enter"),
        on("my-event", [0, 0], "custom"),
        on("focusin", [0], "in"),
      ],
    );
    await app.page.focus("#i");
    await app.page.evaluate(() => document.querySelector<HTMLElement>("#i")?.blur());
    await app.page.evaluate(() => document.querySelector("#i")?.dispatchEvent(new CustomEvent("my-event")));
    await app.page.click("summary");
    await expect
      .poll(() => [...logged(app)].sort())
      .toEqual(["blur", "custom", "enter", "focus", "in", "in", "toggle"]);
  });
});

describe("modifiers", () => {
  test(".prevent keeps the browser from acting", async () => {
    const app = await open(
      [["form", { action: "/elsewhere" }, ["button", { id: "c" }, "go"]]],
      [on("submit", [0], "sent", { modifiers: ["prevent"] })],
      {},
      // Others are not sent in any case.
      { prepare: () => document.querySelector("#app")?.setAttribute("data-rune-page", "") },
    );
    await app.page.click("#c");
    expect(logged(app)).toEqual(["sent"]);
    expect(new URL(app.page.url()).pathname).toBe("/");
  });

  test("keys choose, and what they do not choose is not prevented", async () => {
    const app = await open(
      [["input", { id: "i" }]],
      [on("keydown", [0], ["event", "key"], { keys: ["Enter", "Escape", "x"], modifiers: ["prevent"] })],
    );
    await app.page.focus("#i");
    for (const each of ["a", "Enter", "x", "Escape", "b"]) await app.page.keyboard.press(each);
    expect(logged(app)).toEqual(["Enter", "x", "Escape"]);
    expect(await app.page.inputValue("#i")).toBe("ab");
  });

  test("the Enter of an input method is no key", async () => {
    const app = await open([["input", { id: "i" }]], [on("keydown", [0], "enter", { keys: ["Enter"] })]);
    await app.page.evaluate(() => {
      const options = { key: "Enter", bubbles: true };
      document.querySelector("#i")?.dispatchEvent(new KeyboardEvent("keydown", { ...options, isComposing: true }));
      document.querySelector("#i")?.dispatchEvent(new KeyboardEvent("keydown", options));
    });
    expect(logged(app)).toEqual(["enter"]);
  });
});

describe("$event", () => {
  test("has its fields, and the target's", async () => {
    const said: Expression = [
      "text",
      ["event", "type"],
      " ",
      ["event", "target", "value"],
      " ",
      ["event", "target", "name"],
      " ",
      ["event", "target", "checked"],
    ];
    const app = await open(
      [["input", { id: "i", name: "n", type: "checkbox", value: "v" }]],
      [on("change", [0], said)],
    );
    await app.page.check("#i");
    expect(logged(app)).toEqual(["change v n true"]);
  });

  test("has keys and buttons, and nothing of the document", async () => {
    const app = await open(
      [["input", { id: "i" }]],
      [
        on("keydown", [0], ["text", ["event", "key"], ["event", "code"], ["event", "ctrlKey"], ["event", "shiftKey"]]),
        on("click", [0], ["text", ["event", "button"], ["event", "target", "id"]]),
      ],
    );
    await app.page.focus("#i");
    await app.page.keyboard.press("Shift+A");
    await app.page.click("#i");
    expect(logged(app)[0]).toBe("ShiftShiftLeftfalsetrue");
    expect(logged(app)[1]).toBe("AKeyAfalsetrue");
    expect(logged(app)[2]).toBe("0i");
  });

  test("lists files by name, size, type and the time of their last change", async () => {
    const app = await open(
      [["input", { id: "i", type: "file" }]],
      [on("change", [0], ["text", ["event", "target", "files"]])],
    );
    await app.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["hello"], "a.txt", { type: "text/plain", lastModified: 7 }));
      const field = document.querySelector("#i") as HTMLInputElement;
      field.files = data.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(logged(app)).toEqual(['[{"name":"a.txt","size":5,"type":"text/plain","lastModified":7}]']);
  });

  test("takes plain data of custom events, without what is not", async () => {
    const app = await open([["i", { id: "i" }]], [on("my-event", [0], ["text", ["event", "detail"]])]);
    await app.page.evaluate(() => {
      const detail = { a: [1, { b: "x" }], node: document.body, run() {}, date: new Date() };
      document.querySelector("#i")?.dispatchEvent(new CustomEvent("my-event", { detail }));
    });
    expect(logged(app)).toEqual(['{"a":[1,{"b":"x"}]}']);
  });
});

test("arguments see the row as it is when the event arrives", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [["ul", {}, null]],
        bindings: [
          {
            type: "for",
            at: [0, 0],
            item: "row",
            each: ["data", "rows"],
            key: ["get", ["item", 0], "id"],
            template: 1,
          },
        ],
        templates: [
          {
            nodes: [["li", {}, "x"]],
            bindings: [on("click", [0], ["text", ["index", 0], ["get", ["item", 0], "t"], ["data", "all"]])],
          },
        ],
        data: {
          rows: [
            { id: 1, t: "a" },
            { id: 2, t: "b" },
          ],
          all: "!",
        },
      },
    },
  });
  await app.page.click("li:nth-child(2)");
  await app.set({
    rows: [
      { id: 2, t: "new" },
      { id: 1, t: "a" },
    ],
    all: "?",
  });
  await app.page.click("li:nth-child(1)");
  expect(logged(app)).toEqual(["1b!", "0new?"]);
});

describe("failures of handlers", () => {
  test("are reported with module and function, and the page lives on", async () => {
    const app = await open(
      [
        ["button", { id: "c" }, "x"],
        ["p", {}, "…"],
      ],
      [
        { type: "event", at: [0], event: "click", handler: "boom", arguments: [] },
        { type: "text", at: [1], value: ["data", "t"] },
      ],
      { t: "a" },
    );
    await app.page.click("#c");
    const [report] = await app.page.evaluate(() => testbed.reports);
    expect(report).toMatchObject({ code: "guest_trapped", module: "logic/echo.wasm", function: "boom" });
    await app.set({ t: "b" });
    expect(await app.page.textContent("p")).toBe("b");
  });

  test("what a handler asked for before it failed is done", async () => {
    const app = await open([["p", {}, "…"]], [{ type: "text", at: [0], value: ["data", "t"] }]);
    await app.page.evaluate(() =>
      testbed.send(
        "dispatch_and_trap",
        JSON.stringify({ type: "UpdateData", node_id: "home", updates: { t: "done" } }),
      ),
    );
    expect(await app.page.textContent("p")).toBe("done");
    expect(await app.codes()).toEqual(["guest_trapped"]);
  });

  test("an export that is not there is named, with the one that was meant", async () => {
    const app = await open(
      [["button", { id: "c" }, "x"]],
      [{ type: "event", at: [0], event: "click", handler: "logg", arguments: ["x"] }],
    );
    await app.page.click("#c");
    const [report] = await app.page.evaluate(() => testbed.reports);
    expect(report?.code).toBe("handler_unknown");
    expect(report?.message).toContain("did you mean `log`?");
  });

  test("a page without a controller says so", async () => {
    const app = await site.open({
      pages: { home: { nodes: [["button", { id: "c" }, "x"]], bindings: [on("click", [0], "x")], isStatic: true } },
    });
    await app.page.click("#c");
    expect(await app.codes()).toEqual(["controller_missing"]);
    expect(app.requests.filter((path) => /controller|\.wasm/.test(path))).toEqual(["/test.rune/logic/echo.wasm"]);
  });
});

test("the blur of a field that a render takes away reaches no handler", async () => {
  const app = await site.open({
    pages: {
      home: {
        nodes: [["div", {}, null]],
        bindings: [{ type: "if", at: [0, 0], branches: [{ when: ["data", "v"], template: 1 }] }],
        templates: [
          { nodes: [["input", { id: "i" }]], bindings: [on("blur", [0], "blur"), on("focusout", [0], "out")] },
        ],
        data: { v: true },
      },
    },
  });
  await app.page.focus("#i");
  await app.set({ v: false });
  expect(await app.page.locator("#i").count()).toBe(0);
  expect(logged(app)).toEqual([]);
  await app.set({ v: true });
  await app.page.focus("#i");
  await app.page.evaluate(() => document.querySelector<HTMLElement>("#i")?.blur());
  expect(logged(app)).toEqual(["blur", "out"]);
});

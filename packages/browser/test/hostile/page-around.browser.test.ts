import type { ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestPage } from "../harness/test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "../harness/test-site.ts";

/*
 * Elements of an app that refer to others by id or name, which may be those of the page around it: a click in the app opens, submits, toggles and changes
 * nothing there. What they refer to in the app works.
 */

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** The same elements, of the page and of an app; ids and names begin with `prefix`. */
const others = (prefix: string): ViewNode[] => [
  ["div", { id: `${prefix}popover`, popover: "" }, "popover"],
  ["dialog", { id: `${prefix}dialog` }, "dialog"],
  ["input", { id: `${prefix}check`, type: "checkbox" }],
  ["form", {}, ["input", { type: "radio", name: `${prefix}own`, value: "in a form", checked: "" }]],
  ["input", { id: `${prefix}radio`, type: "radio", name: `${prefix}choice`, checked: "" }],
  ["details", { id: `${prefix}details`, name: `${prefix}group`, open: "" }, ["summary", {}, "more"], "text"],
];

/** What acts on them, by what it is called. */
const acting = (prefix: string): ViewNode[] => [
  ["button", { "data-name": "popover", popovertarget: `${prefix}popover` }, "x"],
  ["input", { "data-name": "popover by a field", type: "button", popovertarget: `${prefix}popover` }],
  ["button", { "data-name": "dialog", commandfor: `${prefix}dialog`, command: "show-modal" }, "x"],
  ["button", { "data-name": "command of the page", commandfor: `${prefix}check`, command: "--own" }, "x"],
  ["label", { "data-name": "label", for: `${prefix}check` }, "x"],
  ["label", { "data-name": "label of a radio button", for: `${prefix}radio2` }, ["b", {}, "x"]],
  ["input", { "data-name": "radio button", id: `${prefix}radio2`, type: "radio", name: `${prefix}choice` }],
  [
    "details",
    { id: `${prefix}details2`, name: `${prefix}group` },
    ["summary", { "data-name": "details" }, ["b", {}, "x"]],
    "y",
  ],
];

const act = async ({ page }: TestPageHandle, name: string): Promise<void> => {
  await page
    .locator(`#app [data-name="${name}"]`)
    .evaluate((each) => ((each.querySelector("b") ?? each) as HTMLElement).click());
};

/** What can be told of elements. */
const look = ({ page }: TestPageHandle, selector: string): Promise<Record<string, string>> =>
  page.evaluate((within) => {
    const found: Record<string, string> = {};
    for (const each of document.querySelectorAll<HTMLInputElement>(`${within} [id], ${within} [type=radio]`)) {
      const states = ["checked", ":popover-open", "open"].filter((state) =>
        state === "checked" ? each.checked : state === "open" ? each.hasAttribute(state) : each.matches(state),
      );
      found[each.id || each.value] = states.join(" ");
    }
    return found;
  }, selector);

/** An app in a page that has elements of its own before and behind it. */
async function open(shown: TestPage, around: readonly ViewNode[]): Promise<TestPageHandle> {
  const handle = await site.open({ pages: { home: shown } }, { isMounted: false });
  await handle.page.evaluate((text) => {
    const make = (node: unknown): Node => {
      if (!Array.isArray(node)) return document.createTextNode(String(node));
      const [tag, attributes, ...children] = node as [string, Record<string, string>, ...unknown[]];
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(...children.map(make));
      return element;
    };
    const host = document.createElement("section");
    host.id = "around";
    host.append(...(JSON.parse(text) as unknown[]).map(make));
    document.body.prepend(host);
    host.addEventListener("command", () => (document.title = "commanded"), { capture: true });
  }, JSON.stringify(around));
  await handle.page.evaluate(() => testbed.mount());
  return handle;
}

const names = acting("").map((each) => (JSON.stringify(each).match(/"data-name":"([^"]*)"/) ?? [])[1] ?? "");

describe("a click on what refers to the page around the app", () => {
  test.each(names)("does nothing there: %s", async (name) => {
    const handle = await open({ nodes: acting("h") }, others("h"));
    const before = await look(handle, "#around");
    await act(handle, name);
    expect(await look(handle, "#around")).toEqual(before);
    expect(await handle.page.title()).toBe("Host");
    expect(await handle.page.evaluate(() => document.activeElement?.closest("#around"))).toBeNull();
  });

  test.each(names.filter((name) => name !== "command of the page"))("works in the app: %s", async (name) => {
    const handle = await open({ nodes: [...others("a"), ...acting("a")] }, others("h"));
    const before = await look(handle, "#app");
    await act(handle, name);
    expect(await look(handle, "#app")).not.toEqual(before);
  });

  test("does nothing to a form that the app is in", async () => {
    const nodes: ViewNode[] = [
      ["button", { "data-name": "button" }, "x"],
      ["input", { "data-name": "picture", type: "image", alt: "x" }],
      ["input", { "data-name": "reset", type: "reset" }],
      ["input", { "data-name": "check", type: "checkbox" }],
    ];
    const handle = await site.open({ pages: { home: { nodes } } });
    await handle.page.evaluate(() => {
      const form = document.createElement("form");
      const app = document.querySelector("#app") as Element;
      app.before(form);
      form.append(app, Object.assign(document.createElement("input"), { id: "field" }));
      (document.querySelector("#field") as HTMLInputElement).value = "kept";
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        document.title = "submitted";
      });
    });
    for (const name of ["button", "picture", "reset", "check"]) await act(handle, name);
    expect(await handle.page.title()).toBe("Host");
    expect(await handle.page.inputValue("#field")).toBe("kept");
    expect(await handle.page.isChecked("#app [type=checkbox]")).toBe(true);
  });

  test("chooses in the app where a form of the page has a radio button of the same name", async () => {
    const radio: ViewNode = ["input", { type: "radio", name: "choice", value: "one" }];
    const handle = await open({ nodes: [["div", {}, radio]] }, [
      ["form", {}, ["input", { id: "theirs", type: "radio", name: "choice", value: "two", checked: "" }]],
    ]);
    await handle.page.locator("#app input").click();
    expect(await handle.page.isChecked("#app input")).toBe(true);
    expect(await handle.page.isChecked("#theirs")).toBe(true);
  });

  test("leaves nothing behind", async () => {
    const handle = await open({ nodes: acting("h") }, others("h"));
    await handle.page.evaluate(() => {
      testbed.app?.unmount();
      const button = document.createElement("button");
      button.dataset["name"] = "late";
      button.setAttribute("popovertarget", "hpopover");
      document.querySelector("#app")?.append(button);
    });
    await act(handle, "late");
    expect((await look(handle, "#around"))["hpopover"]).toBe(":popover-open");
  });
});

test.each([
  ["a", "target"],
  ["form", "target"],
  ["button", "formtarget"],
])("a view names no frame of the page around it: <%s %s>", async (tag, name) => {
  const handle = await site.open({ pages: { home: { nodes: [[tag, { [name]: "frame" }, "x"]] } } }, { fails: true });
  expect(await handle.page.evaluate(() => testbed.failure?.code)).toMatch(/^view_/);
});

test("the fields of an app are none of the form that the app is in", async () => {
  const nodes: ViewNode[] = [
    ["input", { id: "price", name: "price", required: "" }],
    ["select", { name: "kind" }, ["option", {}, "a"]],
    ["form", { id: "inner" }, ["input", { name: "text", value: "mine" }]],
    null,
  ];
  const later = { nodes: [["textarea", { name: "later" }, "x"]] satisfies ViewNode[], bindings: [] };
  const handle = await site.open(
    {
      pages: {
        home: {
          nodes,
          bindings: [{ type: "if", at: [3], branches: [{ when: ["data", "isLong"], template: 1 }] }],
          templates: [later],
          data: { isLong: false },
        },
      },
    },
    { isMounted: false },
  );
  const { page } = handle;
  await page.evaluate(() => {
    const form = document.createElement("form");
    const app = document.querySelector("#app") as Element;
    app.before(form);
    const send = Object.assign(document.createElement("button"), { id: "send", textContent: "send" });
    form.append(app, Object.assign(document.createElement("input"), { name: "own" }), send);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      document.title += ` ${[...new FormData(form).keys()].join()}`;
    });
  });
  await page.evaluate(() => testbed.mount());
  await handle.set({ isLong: true });
  await page.locator("#app textarea").waitFor();
  await page.locator("#price").press("Enter");
  expect(await page.title()).toBe("Host");
  await page.locator("#send").click();
  expect(await page.title()).toBe("Host own");
  const inner = await page.evaluate(() => [
    ...new FormData(document.querySelector("#inner") as HTMLFormElement).keys(),
  ]);
  expect(inner).toEqual(["text"]);
});

describe("a form of an app is sent to the site of the page around it", () => {
  const form = (...nodes: ViewNode[]): ViewNode => [
    "form",
    { id: "form", method: "post", action: "/transfer" },
    ["input", { name: "amount", value: "9" }],
    ["button", { id: "send" }, "send"],
    ...nodes,
  ];
  const dead: readonly [name: string, node: ViewNode][] = [
    ["by its address", form()],
    ["without an address", ["form", { method: "post" }, ["button", { id: "send" }, "send"]]],
    ["to be read", ["form", { action: "/transfer" }, ["button", { id: "send" }, "send"]]],
    ["into a window of its own", ["form", { action: "/transfer", target: "_blank" }, ["button", { id: "send" }, "x"]]],
    [
      "by its button",
      ["form", { method: "dialog" }, ["button", { id: "send", formmethod: "post", formaction: "/transfer" }, "send"]],
    ],
    [
      "where a field is called as its address",
      [
        "form",
        { method: "post" },
        ["input", { name: "action" }],
        ["input", { name: "method" }],
        ["button", { id: "send" }, "x"],
      ],
    ],
  ];

  /** Sends the form. Returns what the page has asked for since. */
  async function send(node: ViewNode, isWhole: boolean, origins?: (own: string) => string[]): Promise<string[]> {
    const granted = origins?.(site.origin);
    const { page } = await site.open(
      {
        pages: { home: { nodes: [node], isStatic: true } },
        ...(granted && { capabilities: [{ name: "net", reason: "x", origins: granted }] }),
      },
      { isMounted: false },
    );
    await page.evaluate(
      async ([whole, grants]) => {
        if (whole) document.querySelector("#app")?.setAttribute("data-rune-page", "");
        await testbed.mount(grants ? { grants: ["net"] } : {});
      },
      [isWhole, granted !== undefined] as const,
    );
    const asked: string[] = [];
    await page.context().route("**/*", (route) => {
      asked.push(`${route.request().method()} ${route.request().url().replace(site.origin, "")}`);
      return route.fulfill({ contentType: "text/html", body: "<p>answer</p>" });
    });
    await page.click("#send");
    // What is sent is on its way before the next frame.
    await page.evaluate(() => new Promise(requestAnimationFrame)).catch(() => {});
    await page.waitForLoadState();
    return asked;
  }

  test.each(dead)("never: %s", async (_name, node) => {
    expect(await send(node, false)).toEqual([]);
    expect(await send(node, false, () => ["https://else.example"])).toEqual([]);
  });

  test("where the whole page is the app's", async () => {
    expect(await send(form(), true)).toEqual(["POST /transfer"]);
  });

  test("where its origin is granted", async () => {
    expect(await send(form(), false, (own) => [own])).toEqual(["POST /transfer"]);
  });
});

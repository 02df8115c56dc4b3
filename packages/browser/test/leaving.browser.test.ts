// Controllers that want the person to be asked before their page is left.
import type { SealedPackage } from "@rune/archive";
import type { Dialog } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type OpenOptions, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
let app: SealedPackage;
beforeAll(async () => {
  site = await createTestSite();
  app = await compileTestApp(files);
});
afterAll(() => site.close());

const links = [
  "/",
  "/edit",
  "/edit?tab=2",
  "/edit/more",
  "/wizard/one",
  "/wizard/two",
  "/tools",
  "/broken",
  "/wrong",
  "/rude",
]
  .map((path) => `<a data-link="${path}">${path}</a> `)
  .join("");
const page = (title: string, more = ""): string => `<title>${title}</title>${links}<h1>${title}</h1>${more}`;

const files = {
  "pages/home/index.html": page("home"),
  "pages/edit/index.html": page(
    "edit",
    `<input data-model="draft"><button data-onclick="save">save</button><button data-onclick="away">away</button><button data-onclick="back">back</button>
     <p data-bind="asked"></p>`,
  ),
  "pages/edit/controller.ts": `
    export let draft = "";
    export let saved = "";
    export let asked = "";
    export function guard_leave(route: { path: string; params: Record<string, string> }): string | undefined {
      rune.log_info("to " + route.path);
      return draft === saved ? undefined : "Leave without saving?";
    }
    export function save(): void { saved = draft; }
    export function away(): void { rune.navigate("/"); }
    export function back(): void { rune.navigate_back(); }`,
  "pages/edit/more/index.html": page("more"),
  "pages/wizard/layout.html": `<h2>wizard</h2><main data-outlet></main>`,
  "pages/wizard/layout.ts": `export function guard_leave(): string { return "Leave the wizard?"; }`,
  "pages/wizard/one/index.html": page("one"),
  "pages/wizard/two/index.html": page("two"),
  "pages/tools/index.html": page(
    "tools",
    `<div data-if="isOpen" data-use="box"></div><button data-onclick="close">close</button>`,
  ),
  "pages/tools/controller.ts": `export let isOpen = true; export function close(): void { isOpen = false; }`,
  "components/box.html": `<i>box</i>`,
  "components/box.ts": `export function guard_leave(): string | null { return "Leave the box?"; }`,
  "pages/broken/index.html": page("broken"),
  "pages/broken/controller.ts": `export function guard_leave(): string { throw new RangeError("the door sticks"); }`,
  "pages/wrong/index.html": page("wrong"),
  "pages/wrong/controller.ts": `export function guard_leave(): boolean { return true; }`,
  "pages/linear/index.html": page("linear"),
  "pages/linear/controller.as.ts": `export function guard_leave(route: rune.Json): string | null { return "Leave for " + route.get("path").as_string() + "?"; }`,
  "pages/rude/index.html": page("rude"),
  "pages/rude/controller.ts": `
    export function guard_leave(): string { return "Stay! ".repeat(1000); }
    export function start(): void { rune.set_interval("again", 5); }
    export function on_timer(): void { rune.navigate("/"); rune.navigate_back(); }`,
};

/** Questions that the browser has asked, and what the person says. */
interface Questions {
  asked: string[];
  answer: boolean;
}

async function open(options: OpenOptions = {}): Promise<{ handle: TestPageHandle; questions: Questions }> {
  const handle = await site.open(app, options);
  const questions: Questions = { asked: [], answer: false };
  handle.page.on("dialog", async (dialog: Dialog) => {
    questions.asked.push(dialog.type() === "beforeunload" ? "(beforeunload)" : dialog.message());
    await (questions.answer ? dialog.accept() : dialog.dismiss());
  });
  return { handle, questions };
}

const shows = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.locator("#app h1", { hasText: name }).waitFor();
const link = (handle: TestPageHandle, path: string): Promise<void> =>
  handle.page.getByRole("link", { name: path, exact: true }).click();
const click = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.getByRole("button", { name, exact: true }).click();
const path = ({ page: shown }: TestPageHandle): string => shown.url().slice(site.origin.length);
const title = ({ page: shown }: TestPageHandle): Promise<string | null> => shown.textContent("#app h1");
const type = (handle: TestPageHandle, text: string): Promise<void> => handle.page.locator("#app input").fill(text);

const QUESTION = "Leave without saving?";

test("a link asks the person only while the page says that there is something to ask, and the answer holds", async () => {
  const { handle, questions } = await open({ path: "/edit" });
  await link(handle, "/");
  await shows(handle, "home");
  await link(handle, "/edit");
  await shows(handle, "edit");
  await type(handle, "much");
  await link(handle, "/");
  expect(questions.asked).toEqual([QUESTION]);
  expect([path(handle), await title(handle)]).toEqual(["/edit", "edit"]);
  expect(await handle.page.locator("#app input").inputValue()).toBe("much");
  await click(handle, "save");
  await link(handle, "/");
  await shows(handle, "home");
  await link(handle, "/edit");
  await type(handle, "more");
  questions.answer = true;
  await link(handle, "/");
  await shows(handle, "home");
  expect(questions.asked).toEqual([QUESTION, QUESTION]);
  expect(handle.log).toEqual(["to /", "to /", "to /", "to /"]);
  expect(await handle.codes()).toEqual([]);
});

test("the query of the page may change without a question, another path of it may not", async () => {
  const { handle, questions } = await open({ path: "/edit" });
  await type(handle, "much");
  await link(handle, "/edit?tab=2");
  await expect.poll(() => path(handle)).toBe("/edit?tab=2");
  expect(questions.asked).toEqual([]);
  await link(handle, "/edit/more");
  expect(questions.asked).toEqual([QUESTION]);
  expect(path(handle)).toBe("/edit?tab=2");
});

test("what the app does by itself because of the person asks, too", async () => {
  const { handle, questions } = await open();
  await link(handle, "/edit");
  await type(handle, "much");
  await click(handle, "away");
  expect(questions.asked).toEqual([QUESTION]);
  for (const count of [2, 3]) {
    await click(handle, "back");
    await expect.poll(() => questions.asked.length).toBe(count);
    expect(path(handle)).toBe("/edit");
  }
  questions.answer = true;
  await click(handle, "back");
  await shows(handle, "home");
});

test("the page around the app goes where it likes, and takes the app away", async () => {
  const { handle, questions } = await open({ path: "/edit" });
  await type(handle, "much");
  await handle.page.evaluate(() => testbed.app?.navigate("/"));
  await shows(handle, "home");
  await link(handle, "/edit");
  await shows(handle, "edit");
  await handle.page.evaluate(() => testbed.app?.unmount());
  await handle.page.reload();
  expect(questions.asked).toEqual([]);
});

test("a reload asks in the words of the browser", async () => {
  const { handle, questions } = await open({ path: "/edit" });
  await type(handle, "");
  await handle.page.reload();
  await handle.page.evaluate(() => testbed.mount());
  await link(handle, "/edit");
  await type(handle, "much");
  await handle.page.evaluate(() => location.reload());
  await expect.poll(() => questions.asked).toEqual(["(beforeunload)"]);
  expect(await handle.page.locator("#app input").inputValue()).toBe("much");
  questions.answer = true;
  await Promise.all([handle.page.waitForEvent("load"), handle.page.evaluate(() => location.reload())]);
  expect(questions.asked).toEqual(["(beforeunload)", "(beforeunload)"]);
});

for (const hasNavigation of [true, false]) {
  describe(`${hasNavigation ? "with" : "without"} the Navigation API`, () => {
    const prepare = hasNavigation
      ? undefined
      : (): void => {
          Reflect.deleteProperty(window, "navigation");
        };

    test("back and forward ask, and a no leaves the history as it was", async () => {
      const { handle, questions } = await open({ ...(prepare && { prepare }) });
      const session = await handle.page.context().newCDPSession(handle.page);
      // As the buttons of the browser do it.
      const go = async (steps: number): Promise<void> => {
        const { currentIndex, entries } = await session.send("Page.getNavigationHistory");
        await session.send("Page.navigateToHistoryEntry", { entryId: entries[currentIndex + steps]?.id ?? 0 });
      };
      await link(handle, "/edit");
      await shows(handle, "edit");
      await link(handle, "/tools");
      await click(handle, "close");
      await go(-1);
      await shows(handle, "edit");
      await type(handle, "much");
      for (const steps of [-1, 1]) {
        questions.asked.length = 0;
        await go(steps);
        await expect.poll(() => questions.asked).toEqual([QUESTION]);
        await expect.poll(() => path(handle)).toBe("/edit");
        expect(await title(handle)).toBe("edit");
        // The browser lets nobody be held back twice who has done nothing in between.
        await type(handle, `more ${steps}`);
      }
      questions.answer = true;
      await go(1);
      await shows(handle, "tools");
      await go(-1);
      await shows(handle, "edit");
      await go(-1);
      await shows(handle, "home");
      expect(await handle.page.evaluate(() => history.length)).toBe(4);
    });
  });
}

test("a layout is asked when it goes, and a component while it shows", async () => {
  const { handle, questions } = await open({ path: "/wizard/one" });
  await link(handle, "/wizard/two");
  await shows(handle, "two");
  expect(questions.asked).toEqual([]);
  await link(handle, "/tools");
  expect(questions.asked).toEqual(["Leave the wizard?"]);
  questions.answer = true;
  await link(handle, "/tools");
  await shows(handle, "tools");
  questions.answer = false;
  await link(handle, "/");
  expect(questions.asked.slice(2)).toEqual(["Leave the box?"]);
  await click(handle, "close");
  await link(handle, "/");
  await shows(handle, "home");
  expect(questions.asked).toHaveLength(3);
});

test.each([
  ["/broken", "guest_threw"],
  ["/wrong", "leave_question_invalid"],
])("a controller that cannot say it holds nobody back: %s", async (at, code) => {
  const { handle, questions } = await open({ path: at });
  await link(handle, "/");
  await shows(handle, "home");
  expect(questions.asked).toEqual([]);
  expect(await handle.codes()).toEqual([code]);
});

test("a controller of the linear engine is asked, too", async () => {
  const { handle, questions } = await open({ path: "/linear" });
  await link(handle, "/tools");
  expect([path(handle), questions.asked]).toEqual(["/linear", ["Leave for /tools?"]]);
});

test("an app that goes on asking can ask once for what the person does, shortly", async () => {
  const { handle, questions } = await open({ path: "/rude" });
  // Before the person has done anything it goes where it wants.
  await shows(handle, "home");
  expect(questions.asked).toEqual([]);
  await link(handle, "/rude");
  await expect.poll(() => questions.asked).toHaveLength(1);
  await shows(handle, "home");
  expect(questions.asked).toHaveLength(1);
  for (const question of questions.asked) expect(question.length).toBeLessThan(201);
});

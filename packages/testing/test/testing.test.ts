/// <reference types="@rune/guest/typescript" />
import { join } from "node:path";
import { createClock, createRandom, createStore, loadController, mountApp } from "@rune/testing";
import { expect, test } from "vitest";
import type { AppOptions, TestApp } from "@rune/testing";

const project: AppOptions = {
  root: join(import.meta.dirname, "reminders"),
  capabilities: { http: { origins: ["https://facts.example.org"], reason: "Tells facts" } },
};
type Home = typeof import("./reminders/app/pages/home/controller.ts");
type Note = typeof import("./reminders/app/pages/note/controller.ts");

const find = <Found extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): Found => {
  const found = element.querySelector<Found>(selector);
  if (!found) throw new Error(`nothing is ${selector} in ${element.innerHTML}`);
  return found;
};

function enter({ element, window }: TestApp, selector: string, text: string): void {
  const input = find<HTMLInputElement>(element, selector);
  input.value = text;
  input.dispatchEvent(new window.Event("input", { bubbles: true }));
}

test("a page is used as in a browser, and time goes as the test says", async () => {
  const clock = createClock("2026-01-01T12:00:00Z");
  const lines: string[] = [];
  const log = { debug() {}, info: (text: string) => lines.push(text), warn() {}, error() {} };
  using app = await mountApp({ ...project, providers: { clock, log, state: createStore() } });
  expect(find(app.element, ".empty").textContent).toBe("Nothing to remember.");
  enter(app, "[name=what]", "Tea");
  find(app.element, "form button").click();
  expect(find(app.element, "li b").textContent).toBe("Tea");
  expect(find<HTMLInputElement>(app.element, "[name=what]").value).toBe("");
  await clock.advance(5 * 60_000 - 1);
  expect(find(app.element, "li").className).toBe("");
  await clock.advance(1);
  expect(find(app.element, "li").className).toBe("due");
  expect(lines).toEqual(["due: Tea"]);
});

test("delays of events run by the clock", async () => {
  const clock = createClock();
  using app = await mountApp({ ...project, providers: { clock } });
  enter(app, "[aria-label=Search]", "t");
  await clock.advance(199);
  expect(find(app.element, ".searched").textContent).toBe("");
  enter(app, "[aria-label=Search]", "te");
  await clock.advance(199);
  expect(find(app.element, ".searched").textContent).toBe("");
  await clock.advance(1);
  expect(find(app.element, ".searched").textContent).toBe("te");
});

test("what is stored is there at the next visit, and random values repeat", async () => {
  const state = createStore({ reminders: "Bread\nSalt" });
  const visit = async (): Promise<string[]> => {
    using app = await mountApp({ ...project, providers: { state, clock: createClock(), random: createRandom(3) } });
    enter(app, "[name=what]", "Oil");
    find(app.element, "form button").click();
    return [...app.element.querySelectorAll("li b")].map((each) => each.textContent);
  };
  expect(await visit()).toEqual(["Bread", "Salt", "Oil"]);
  expect(await visit()).toEqual(["Bread", "Salt", "Oil", "Oil"]);
  expect(state.entries()).toEqual({ reminders: "Bread\nSalt\nOil\nOil" });
  const ids = async (seed: number): Promise<string[]> => {
    using home = await loadController<Home>("home", { ...project, providers: { state, random: createRandom(seed) } });
    home.exports.start();
    return home.exports.reminders.map(({ id }) => id);
  };
  expect(await ids(3)).toEqual(await ids(3));
  expect(await ids(3)).not.toEqual(await ids(4));
});

test("requests are answered by the test, within the origins of the app", async () => {
  const asked: string[] = [];
  const http = async (url: string): Promise<Response> => {
    asked.push(url);
    return new Response("Honey keeps.");
  };
  using app = await mountApp({ ...project, providers: { http } });
  find(app.element, ".ask").click();
  await expect.poll(() => find(app.element, ".fact").textContent).toBe("Honey keeps.");
  expect(asked).toEqual(["https://facts.example.org/one"]);
  using home = await loadController<Home>("home", project);
  await expect(home.exports.ask()).rejects.toThrow(/nothing that answers https:\/\/facts.example.org\/one/);
});

test("an overlay opens, asks, and closes", async () => {
  using app = await mountApp({ ...project, providers: { state: createStore({ reminders: "Tea" }) } });
  const dialog = app.element.querySelector("dialog")!;
  expect(dialog.open).toBe(false);
  app.element.querySelector<HTMLElement>(".ask-to-clear")!.click();
  await app.settled();
  expect(dialog.open).toBe(true);
  dialog.querySelector("button")!.click();
  await app.settled();
  expect(dialog.open).toBe(false);
  expect(app.element.querySelector(".empty")).not.toBeNull();
});

test("routes: links, parameters, the path", async () => {
  using app = await mountApp(project);
  expect(app.path).toBe("/");
  await app.navigate("/note/12");
  expect(find(app.element, "h1").textContent).toBe("Note 12");
  expect([app.path, app.document.title]).toEqual(["/note/12", "Note"]);
  using other = await mountApp({ ...project, route: "/note/3" });
  expect(find(other.element, "h1").textContent).toBe("Note 3");
});

test("of long lists the rest is there when the app has settled", async () => {
  using app = await mountApp({ ...project, route: "/numbers" });
  await app.settled();
  expect(app.element.querySelectorAll("li").length).toBe(2500);
});

test("an error of a handler is told with its place, and the app goes on", async () => {
  const told: { code: string; message: string; file: string | undefined }[] = [];
  using app = await mountApp({
    ...project,
    providers: { clock: createClock() },
    onError: ({ code, message, location }) => told.push({ code, message, file: location?.file }),
  });
  find(app.element, ".break").click();
  expect(told).toEqual([
    { code: "guest_threw", message: expect.stringContaining("It broke"), file: "app/pages/home/controller.ts" },
  ]);
  enter(app, "[name=what]", "Tea");
  find(app.element, "form button").click();
  expect(find(app.element, "li b").textContent).toBe("Tea");
});

test("a controller alone: functions, variables, identity, mutations, timers", async () => {
  const clock = createClock();
  using home = await loadController<Home>("home", { ...project, providers: { clock } });
  expect(home.exports.minutes).toBe(5);
  expect(() => (home.exports.fact = "")).toThrow(/`fact` cannot be assigned from outside/);
  home.exports.what = "Milk";
  home.exports.add();
  const [milk] = home.exports.reminders;
  expect(milk).toMatchObject({ text: "Milk", isDue: false, at: clock.now() + 300_000 });
  await clock.advance(300_000);
  expect(home.exports.reminders[0]).toBe(milk);
  expect(milk?.isDue).toBe(true);
  if (milk) home.exports.drop(milk);
  expect(home.exports.reminders).toEqual([]);
  expect(home.mutations).toMatchObject([{ type: "Navigate", view_id: "/note/0" }]);
  expect(() => home.exports.breakDown()).toThrow("It broke");
  home.stop();
  expect(() => home.exports.add()).toThrow(/stopped/);
});

test("unmounting leaves nothing in the document, and no timer", async () => {
  const clock = createClock();
  const lines: string[] = [];
  const log = { debug() {}, info: (text: string) => lines.push(text), warn() {}, error() {} };
  const app = await mountApp({ ...project, providers: { clock, log, state: createStore({ reminders: "Tea" }) } });
  app.unmount();
  await clock.advance(600_000);
  expect([app.element.isConnected, app.element.childNodes.length, lines]).toEqual([false, 0, []]);
});

test("mistakes say what to do", async () => {
  await expect(loadController("hom", project)).rejects.toThrow(
    'The app has no page or component "hom". Did you mean "home"?',
  );
  await expect(mountApp({ ...project, app: "apps" })).rejects.toThrow("apps");
  await expect(mountApp({ ...project, ap: "app" } as never)).rejects.toThrow("ap");
  const clock = createClock();
  await expect(clock.advance(-1)).rejects.toThrow(RangeError);
  expect(() => createClock("yesterday")).toThrow("yesterday");
});

test("the test answers what is asked before a page is left", async () => {
  const asked: string[] = [];
  let answer = false;
  const onQuestion = (question: string): boolean => asked.push(question) > 0 && answer;
  using app = await mountApp({ ...project, route: "/note/1", onQuestion });
  enter(app, "input", "Tea");
  find(app.element, "a").click();
  await app.settled();
  expect([app.path, asked]).toEqual(["/note/1", ["Forget “Tea”?"]]);
  const closing = new app.window.Event("beforeunload", { cancelable: true });
  app.window.dispatchEvent(closing);
  expect(closing.defaultPrevented).toBe(true);
  answer = true;
  find(app.element, "a").click();
  await app.settled();
  expect([app.path, asked.length]).toEqual(["/", 2]);
  using note = await loadController<Note>("note", project);
  expect(note.exports.guard_leave()).toBeUndefined();
});

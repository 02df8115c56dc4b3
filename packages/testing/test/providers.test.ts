/// <reference types="@rune/guest/typescript" />
import { join } from "node:path";
import { createClock, createRandom, loadController, mountApp } from "@rune/testing";
import type { AppOptions, TestApp, TestProviders } from "@rune/testing";
import { expect, test } from "vitest";

const project: AppOptions = {
  root: join(import.meta.dirname, "desk"),
  capabilities: { clipboard: "Pastes", server: "Greets" },
};
type Home = typeof import("./desk/app/pages/home/controller.ts");
type Stepper = typeof import("./desk/app/components/stepper.ts");

const find = ({ element }: TestApp, selector: string): HTMLElement => element.querySelector<HTMLElement>(selector)!;

/** A log that keeps what it is told. */
function keepLines(): { lines: string[]; log: NonNullable<TestProviders["log"]> } {
  const lines: string[] = [];
  return { lines, log: { debug() {}, info: (text) => lines.push(text), warn() {}, error() {} } };
}

test("the page of a link is there when the app has settled", async () => {
  using app = await mountApp({ ...project, providers: { clock: createClock() } });
  find(app, "a").click();
  await app.settled();
  expect([app.path, find(app, "h1").textContent]).toEqual(["/away", "Away"]);
});

test("what is due runs in its order, each at its own time, and what follows an await before the next", async () => {
  const { lines, log } = keepLines();
  const clock = createClock(0);
  using home = await loadController<Home>("home", { ...project, providers: { clock, log } });
  home.exports.wait();
  await clock.advance(100);
  expect(lines).toEqual(["early at 10", "awaited at 10", "late at 20"]);
});

test("frames run by the clock, while their page shows", async () => {
  const { lines, log } = keepLines();
  const clock = createClock(0);
  using app = await mountApp({ ...project, route: "/away", providers: { clock, log } });
  expect(lines).toEqual([]);
  await clock.advance(51);
  expect(lines).toEqual([16, 33, 50].map((ms) => `frame at ${ms}`));
  await app.navigate("/");
  await clock.advance(100);
  expect(lines.length).toBe(3);
});

test("an app draws what the test's source of chance gives", async () => {
  const draw = async (seed: number): Promise<string> => {
    using app = await mountApp({ ...project, providers: { random: createRandom(seed) } });
    find(app, ".draw").click();
    return find(app, "b").textContent;
  };
  expect(await draw(7)).toBe(await draw(7));
  expect(await draw(7)).not.toBe(await draw(8));
});

test("the clipboard and files are the test's", async () => {
  const written: string[] = [];
  const providers: TestProviders = {
    clipboard: {
      read: async () => "pasted",
      write: async (text) => written.push(text) > 0,
    },
    files: async (name, size) => new TextEncoder().encode(`${name} of ${size}`),
  };
  using app = await mountApp({ ...project, providers });
  find(app, ".paste").click();
  await expect.poll(() => find(app, "i").textContent).toBe("pasted");
  find(app, ".read").click();
  await expect.poll(() => find(app, "q").textContent).toBe("list.txt of 3");

  using home = await loadController<Home>("home", { ...project, providers });
  await home.exports.paste();
  await home.exports.read();
  expect([home.exports.pasted, home.exports.text]).toEqual(["pasted", "list.txt of 3"]);
  expect(written).toEqual(["pasted!", "pasted!"]);
  using alone = await loadController<Home>("home", project);
  await alone.exports.paste();
  expect(alone.exports.pasted).toBe("");
  await expect(alone.exports.read()).rejects.toThrow(/no file "list.txt"/);
});

test("messages and events of an app come to the test, and its messages to the app", async () => {
  const messages: unknown[] = [];
  using app = await mountApp({ ...project, onMessage: (message) => messages.push(message) });
  find(app, ".tell").click();
  app.send("from the test");
  await app.settled();
  expect([messages, find(app, "u").textContent]).toEqual([[{ text: "hello" }], "from the test"]);

  using home = await loadController<Home>("home", project);
  home.exports.tell();
  expect(home.messages).toEqual([{ text: "hello" }]);
  using stepper = await loadController<Stepper>("components/stepper", project);
  stepper.exports.step();
  stepper.exports.step();
  expect(stepper.events).toEqual([
    { name: "stepped", detail: { steps: 1 } },
    { name: "stepped", detail: { steps: 2 } },
  ]);
});

test("services are the test's", async () => {
  const server = {
    send() {},
    call: async (method: string, parameters: string) => JSON.stringify(`${method} ${parameters}`),
  };
  using app = await mountApp({ ...project, server });
  find(app, ".ask").click();
  await expect.poll(() => find(app, "s").textContent).toBe('greet ["Ada"]');
  using home = await loadController<Home>("home", { ...project, server });
  await home.exports.ask();
  expect(home.exports.answer).toBe('greet ["Ada"]');
});

test("an app has what the test grants it", async () => {
  const grants = ["log", "time", "random", "state", "ui", "navigation", "timers", "messaging", "server"] as const;
  await expect(mountApp({ ...project, grants })).rejects.toMatchObject({ code: "module_capability_denied" });
  await expect(loadController("home", { ...project, grants })).rejects.toMatchObject({
    code: "module_capability_denied",
  });
});

test("what a timer of a controller alone throws is told, and it ends with that", async () => {
  const told: string[] = [];
  const clock = createClock();
  const onError = ({ message }: Error): void => void told.push(message);
  using home = await loadController<Home>("home", { ...project, providers: { clock }, onError });
  home.exports.fail();
  await clock.advance(5);
  expect(told).toEqual([expect.stringContaining("too late")]);
  home.exports.fail();
  home.stop();
  await clock.advance(5);
  expect(told.length).toBe(1);
});

test("routes in the hash are the app's path, too", async () => {
  using app = await mountApp({ ...project, routing: "hash", route: "/away", providers: { clock: createClock() } });
  expect([app.path, find(app, "h1").textContent]).toEqual(["/away", "Away"]);
  await app.navigate("/");
  expect(app.path).toBe("/");
});

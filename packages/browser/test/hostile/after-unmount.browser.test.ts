// A controller that goes on when its app has been taken out of the page: whatever it waits for comes, and nothing of the app does anything any more.
import type { ServerConnection } from "@rune/host/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "../harness/compile-test-app.ts";
import { createTestSite, type TestSite } from "../harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite("embed-entry.ts");
});
afterAll(() => site.close());

/** Everything that reaches beyond the controller, under a name. */
const act = `
  export let count = 0;
  function act(name: string): void {
    count++;
    rune.set_local_state(name, "x");
    rune.send_to_host(name);
    rune.log_info(name);
    rune.update_data("home", { text: name });
    rune.replace_text("text", name);
    rune.show_overlay("dialog");
    rune.focus("field");
    rune.navigate("/other");
    setTimeout(() => act(name + " timer"), 1);
    void rune.clipboard_write(name);
    rune.send_to_server(JSON.stringify(name));
  }`;

const files = {
  "pages/home/index.html": `<button data-onclick="run">run</button><p id="text" data-bind="count"></p>
    <input id="field" data-oninput.debounce-300="typed"><dialog id="dialog"><button>x</button></dialog>`,
  "pages/home/controller.ts": `${act}
    async function fetched(): Promise<void> {
      try { await rune.fetch("https://data.example/"); } catch { act("fetch failed"); }
      act("fetch");
    }
    async function called(): Promise<void> {
      try { await rune.server_rpc("get", "{}"); } catch { act("call failed"); }
      act("call");
    }
    async function read(): Promise<void> {
      try { await rune.clipboard_read(); } catch { act("clipboard failed"); }
      act("clipboard");
    }
    export function run(): void {
      setTimeout(() => act("timeout"), 300);
      setInterval(() => act("interval"), 300);
      void fetched();
      void called();
      void read();
      rune.send_to_host("queued");
    }
    export function typed(): void { act("debounced"); }
    export function tick(): void { if (count > 0) act("tick"); }
    export function on_data(): void { act("data"); }
    export function on_server_response(): void { act("response"); }
    export function on_host_message(): void { act("message"); }
    export function stop(): void { act("stop"); }
    export async function guard_leave(): Promise<string> { return ""; }`.replace(
    /export async function guard_leave.*/,
    "",
  ),
  "pages/other/index.html": `<h1>other</h1>`,
  "pages/other/controller.ts": `export async function guard(): Promise<string | null> {
      await rune.server_rpc("may", "{}");
      rune.set_local_state("guard", "x");
      return "/";
    }`,
};

test("what comes late does nothing", async () => {
  const app = await compileTestApp(files, [
    { name: "http", origins: ["https://data.example"] },
    { name: "clipboard" },
    { name: "server" },
  ]);
  const { page, complaints } = await site.open(app, { isMounted: false });
  const outcome = await page.evaluate(async () => {
    document.body.replaceChildren();
    const place = document.body.appendChild(document.createElement("section"));
    const outside = document.body.appendChild(document.createElement("input"));
    const done: string[] = [];
    const waiting: (() => void)[] = [];
    const later = <T>(value: T): Promise<T> => new Promise((resolve) => waiting.push(() => resolve(value)));
    let receive: Parameters<NonNullable<ServerConnection["listen"]>>[0] | undefined;
    const note =
      (name: string) =>
      (value: unknown): void =>
        void done.push(`${name} ${String(value)}`);
    const mounted = await embed.mount("/test.rune/", place, {
      grants: ["log", "state", "ui", "navigation", "timers", "messaging", "http", "clipboard", "server"],
      onMessage: note("message"),
      onError: ({ code }) => done.push(`error ${code}`),
      server: {
        send: async (event) => note("server")(event),
        call: () => later("{}"),
        listen(take) {
          receive = take;
          return () => {};
        },
      },
      providers: {
        log: { debug: note("log"), info: note("log"), warn: note("log"), error: note("log") },
        http: () => later(new Response("{}")),
        clipboard: { read: () => later("x"), write: async (text) => (note("copy")(text), true) },
        state: {
          get: () => undefined,
          set: (key) => note("state")(new TextDecoder().decode(key)),
          delete: () => false,
          clear: () => {},
        },
      },
    });
    const field = place.querySelector("input") as HTMLInputElement;
    const button = place.querySelector("button") as HTMLButtonElement;
    button.click();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const visit = mounted.navigate("/other").then(
      () => "arrived",
      (error: unknown) => String(error),
    );
    // The guard's question and all others are under way.
    while (waiting.length < 4) await new Promise((resolve) => setTimeout(resolve));
    outside.focus();
    const begun = done.length;
    mounted.unmount();
    const atOnce = done.slice(begun);
    const path = location.pathname;
    const states = history.length;
    for (const go of waiting) go();
    receive?.({ type: "data", json: "{}" });
    receive?.({ type: "message", json: "{}" });
    const sent = mounted.send("late");
    const late = await mounted.navigate("/other").then(
      () => "nothing",
      (error: unknown) => String(error),
    );
    button.click();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    place.append(button);
    button.click();
    button.remove();
    for (let i = 0; i < 3; i++) await new Promise((resolve) => setTimeout(resolve, 200));
    return {
      visit: await Promise.race([visit, Promise.resolve("waits")]),
      late,
      sent,
      atOnce,
      after: done.slice(begun + atOnce.length),
      html: place.outerHTML,
      isHere: location.pathname === path && history.length === states,
      isFocused: document.activeElement === outside,
    };
  });
  expect(outcome).toMatchObject({
    sent: false,
    // `stop` is the last that runs; what it sends is told when it has returned.
    after: ["message stop"],
    html: "<section></section>",
    isHere: true,
    isFocused: true,
  });
  expect(outcome.atOnce.map((each) => each.replace(/\W+/g, " ").trim())).toEqual([
    "state stop",
    "log stop",
    "copy stop",
    "server stop",
  ]);
  expect(complaints).toEqual({ errors: [], violations: [] });
});

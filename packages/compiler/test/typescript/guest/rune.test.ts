import { describe, expect, test } from "vitest";
import { runController } from "./run-controller.ts";

describe("rune in ordinary TypeScript", { timeout: 60_000 }, () => {
  test("logs, keeps state, and knows time and chance", async () => {
    const { instance, entry, asked } = await runController(`
      export function log(): void {
        rune.log_debug("a");
        rune.log_info("b");
        const { log_warn } = rune;
        log_warn("c");
        const host = rune;
        host.log_error("d");
      }
      export function state(): string {
        const before = rune.get_local_state("ключ");
        rune.set_local_state("ключ", "wert 😀");
        const after = rune.get_local_state("ключ");
        const had = rune.delete_local_state("ключ");
        rune.clear_local_state();
        return before + " " + after + " " + had + " " + rune.delete_local_state("ключ");
      }
      export function time(): number { return rune.get_time_ms() + Date.now(); }
      export function chance(): string {
        return rune.get_random() + " " + (Math.random() < 1) + " " + rune.uuid_v4();
      }
      export function timers(): string {
        rune.set_timeout("once", 5);
        rune.set_interval("again", 100);
        return rune.clear_timer("known") + " " + rune.clear_timer("unknown");
      }`);
    instance.call("log");
    expect(asked.splice(0)).toEqual(["debug: a", "info: b", "warn: c", "error: d"]);
    expect(instance.call("state")).toBe("null wert 😀 true false");
    expect(instance.call("time")).toBe(3_400_000_000_000);
    expect(instance.call("chance")).toBe("0.5019607879367529 true 80808080-8080-4080-8080-808080808080");
    expect(instance.call("timers")).toBe("true false");
    expect(asked).toEqual([
      { id: "once", ms: 5, repeats: false },
      { id: "again", ms: 100, repeats: true },
    ]);
    expect(entry.capabilities).toEqual(["log", "random", "state", "time", "timers"]);
  });

  test("changes the page", async () => {
    const { instance, entry, asked } = await runController(`
      interface Todo { id: number; title: string; done?: boolean }
      const todos: Todo[] = [{ id: 1, title: 'a "b"\\n' }];
      export function all(): void {
        rune.update_data("home", { count: -0.5, todos, none: null, deep: { list: [1, "x", true] } });
        rune.update_view("n\\"1", { class: "busy", hidden: todos.length === 0 });
        rune.replace_text("n", "\\u2028");
        rune.remove_node("n");
        rune.navigate("list", { page: 1 });
        rune.navigate("list");
        rune.navigate_replace("list", { page: 2 });
        rune.navigate_replace("/list");
        rune.navigate_back();
        rune.show_overlay("o");
        rune.hide_overlay("o");
        rune.focus("f");
        rune.scroll_to("s");
        rune.core_dispatch_mutation('{"type":"NavigateBack"}');
      }`);
    instance.call("all");
    expect(asked).toEqual([
      {
        type: "UpdateData",
        node_id: "home",
        updates: { count: -0.5, todos: [{ id: 1, title: 'a "b"\n' }], none: null, deep: { list: [1, "x", true] } },
      },
      { type: "UpdateView", node_id: 'n"1', props: { class: "busy", hidden: false } },
      { type: "ReplaceText", target: "n", text: "\u2028" },
      { type: "RemoveNode", node_id: "n" },
      { type: "Navigate", view_id: "list", params: { page: 1 } },
      { type: "Navigate", view_id: "list" },
      { type: "Navigate", view_id: "list", params: { page: 2 }, replace: true },
      { type: "Navigate", view_id: "/list", params: {}, replace: true },
      { type: "NavigateBack" },
      { type: "ShowOverlay", overlay_id: "o" },
      { type: "HideOverlay", overlay_id: "o" },
      { type: "Focus", target: "f" },
      { type: "ScrollTo", target: "s" },
      { type: "NavigateBack" },
    ]);
    expect(entry.imports).toEqual(["core_dispatch_mutation"]);
    expect(entry.capabilities).toEqual(["navigation", "ui"]);
  });

  test("sends batches as one, or not at all", async () => {
    const { instance, asked } = await runController(`
      export function nested(by: number): void {
        rune.batch(() => {
          rune.update_data("home", { by });
          rune.batch(() => rune.focus("f"));
        });
        rune.focus("g");
      }
      export function failed(): string {
        try {
          rune.batch(() => {
            rune.focus("f");
            throw new Error("no");
          });
        } catch (error) {
          rune.focus("h");
          return (error as Error).message;
        }
        return "";
      }
      export function empty(): void { rune.batch(() => {}); }`);
    instance.call("nested", [2]);
    expect(asked.splice(0)).toEqual([
      {
        type: "Batch",
        mutations: [
          { type: "UpdateData", node_id: "home", updates: { by: 2 } },
          { type: "Focus", target: "f" },
        ],
      },
      { type: "Focus", target: "g" },
    ]);
    expect(instance.call("failed")).toBe("no");
    expect(asked.splice(0)).toEqual([{ type: "Focus", target: "h" }]);
    instance.call("empty");
    expect(asked).toEqual([]);
  });

  test("waits for the clipboard, and has the assets at hand", async () => {
    const asset = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
    let held: string | undefined;
    const { instance, entry } = await runController(
      `export async function copy(text: string): Promise<string> {
        const before = await rune.clipboard_read();
        const written = await rune.clipboard_write(text);
        return before + " " + written + " " + (await rune.clipboard_read());
      }
      export async function refused(): Promise<string> {
        try {
          await rune.clipboard_write("no");
          return "";
        } catch (error) {
          return (error as Error).message;
        }
      }
      export function sum(path: string): number {
        return rune.assets_fetch(path)?.reduce((sum, byte) => sum + byte, 0) ?? -1;
      }
      export function text(path: string): string | null { return rune.assets_fetch_text(path); }
      export function address(path: string): string { return rune.asset(path); }`,
      {
        clipboard: {
          read: () => Promise.resolve(held),
          write: (text) => {
            if (text === "no") return Promise.reject(new Error("not now"));
            held = text;
            return Promise.resolve(true);
          },
        },
        assets: (path) =>
          path === "a.bin" ? asset : path === "a.txt" ? new TextEncoder().encode("hällo 😀") : undefined,
      },
    );
    await expect(instance.call("copy", ["ok"])).resolves.toBe("null true ok");
    await expect(instance.call("refused")).resolves.toBe("The host function `clipboard_write` failed: not now");
    expect(instance.call("sum", ["a.bin"])).toBe(asset.reduce((sum, byte) => sum + byte, 0));
    expect(instance.call("sum", ["b.bin"])).toBe(-1);
    expect(instance.call("address", ["img/a b.png"])).toBe("asset:assets/img/a b.png");
    expect([instance.call("text", ["a.txt"]), instance.call("text", ["b"])]).toEqual(["hällo 😀", null]);
    expect(entry.capabilities).toEqual(["clipboard"]);
  });

  test("reads the files that the user has chosen", async () => {
    const { instance, entry, asked } = await runController(
      `export async function text(name: string): Promise<string> {
        try {
          return await rune.file_text({ name, size: 3 });
        } catch (error) {
          return (error as Error).message;
        }
      }
      export async function sum(file: RuneFile): Promise<number> {
        return (await rune.file_bytes(file)).reduce((sum, byte) => sum + byte, 0);
      }`,
      {
        files(...wanted) {
          asked.push(wanted as never);
          const [name] = wanted;
          if (name === "none") return Promise.reject(new Error("not chosen"));
          return Promise.resolve(new TextEncoder().encode(name === "empty" ? "" : "\uFEFFä\uFEFF"));
        },
      },
    );
    await expect(instance.call("text", ["a"])).resolves.toBe("ä\uFEFF");
    await expect(instance.call("text", ["empty"])).resolves.toBe("");
    await expect(instance.call("text", ["none"])).resolves.toContain("not chosen");
    const file = { name: "b", size: 8, type: "", lastModified: 5 };
    await expect(instance.call("sum", [file])).resolves.toBe(0xef + 0xbb + 0xbf + 0xc3 + 0xa4 + 0xef + 0xbb + 0xbf);
    expect(asked).toEqual([
      ["a", 3, -1],
      ["empty", 3, -1],
      ["none", 3, -1],
      ["b", 8, 5],
    ]);
    expect(entry.capabilities).toEqual([]);
  });
});

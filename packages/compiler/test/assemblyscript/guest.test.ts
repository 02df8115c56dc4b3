import { describe, expect, test } from "vitest";
import { runSource } from "./raw-host.ts";

const controller = `
class Todo {
  constructor(public id: i32, public title: string, public done: bool) {}
  to_json(): rune.Json { return rune.json({ id: this.id, title: this.title, done: this.done }); }
}
let count: i32 = 0;
const todos: Todo[] = [new Todo(1, "a", false), new Todo(2, "b\\"c", true)];
const started: i64 = rune.get_time_ms();

export function initial_time(): i64 { return started; }
export function log(text: string): void {
  rune.log_debug(text); rune.log_info(text); rune.log_warn(text); rune.log_error(text); console.log(text);
}
export function load(key: string): string | null { return rune.get_local_state(key); }
export function save(key: string, value: string): void { rune.set_local_state(key, value); }
export function forget(key: string): bool { return rune.delete_local_state(key); }
export function forget_all(): void { rune.clear_local_state(); }
export function random(): f64 { return rune.get_random(); }
export function math_random(): bool { const r = Math.random(); return r >= 0 && r < 1; }
export function uuid(): string { return rune.uuid_v4(); }
export function timers(): bool { rune.set_timeout("once", 10); rune.set_interval("again", 1.5); return rune.clear_timer("once"); }
export function file(name: string): string { return rune.file_text(name, 3); }
export function paste(): string | null { return rune.clipboard_read(); }
export function copy(text: string): bool { return rune.clipboard_write(text); }
export function asset(path: string): string | null { return rune.assets_fetch_text(path); }
export function asset_address(path: string): string { return rune.asset(path); }
export function asset_size(path: string): i32 { const bytes = rune.assets_fetch(path); return bytes === null ? -1 : bytes.length; }
export function ask(request: string): string { return String.UTF8.decode(rune.http_fetch(request).buffer); }
export function rpc(method: string, parameters: string): string { return rune.server_rpc(method, parameters); }
export function event(text: string): void { rune.send_to_server(text); }
export function increment(by: i32): void {
  count += by;
  rune.update_data("counter", { count, "is-big": count > 9, label: \`n = \${count}\`, half: <f64>count / 2, none: null, big: i64.MAX_VALUE });
}
export function show_todos(): void { rune.update_data("list", { todos, first: todos[0], tags: ["x", "y"], nested: { deep: [1, [2, { three: 3 }]], maybe: count > 100 ? null : { yes: true } } }); }
export function pass_class(): void { rune.update_data("one", todos[1]); }
export function view(): void { rune.update_view("n", { class: "on", hidden: false, title: "{class: 1}", /* {new: 1} */ for : null }); }
export function texts(): void { rune.replace_text("n", "<b>\\n"); rune.remove_node("n"); }
export function go(): void { rune.navigate("users", { id: 7 }); rune.navigate("/plain"); rune.navigate_back(); rune.navigate_replace("users", { id: 8 }); rune.navigate_replace("/plain"); }
export function overlays(): void { rune.show_overlay("d"); rune.hide_overlay("d"); }
export function both(): void {
  rune.batch((): void => {
    rune.replace_text("a", "1");
    rune.batch((): void => { rune.replace_text("b", "2"); });
  });
  rune.batch((): void => {});
  rune.replace_text("c", "3");
}
export function trap_in_batch(): void { rune.batch((): void => { rune.replace_text("lost", ""); unreachable(); }); }
export function fail(text: string): void {
  throw new Error(text);
}
export function out_of_bounds(i: i32): i32 { const list: i32[] = [1]; return list[i]; }
export function echo(text: string): string { return text; }
export function echo_json(value: rune.Json): rune.Json { return value; }
export function list(): Todo[] { return todos; }
export function small(a: u8, b: i8, c: bool, d: f32, e: u64): f64 { return <f64>a + <f64>b + (c ? 1000.0 : 0.0) + <f64>d + <f64>e; }
export function flip(a: bool): bool { return !a; }
export function highest(): u32 { return u32.MAX_VALUE; }
export function lone(): string { return String.fromCharCode(0xd800) + "x"; }
export function lone_json(): rune.Json { return rune.json(String.fromCharCode(0xdc00)); }
export function sum(value: rune.Json): f64 {
  let total: f64 = 0;
  const items = value.get("items");
  for (let i = 0; i < items.length; i++) total += items.at(i).as_number();
  return total;
}
`;

const host = await runSource(controller);
const release = host.module;

describe("host functions", () => {
  test("top-level code reaches the host once the instance exists", () => {
    expect(host.call("initial_time")).toBe(1_700_000_000_123n);
  });
  test("log", () => {
    host.calls.length = 0;
    host.call("log", "héllo");
    expect(host.calls).toEqual(
      ["log_debug", "log_info", "log_warn", "log_error", "log_info"].map((name) => [name, "héllo"]),
    );
  });
  test("state", () => {
    expect(host.call("load", "k")).toBeNull();
    host.call("save", "k", "v\u0000ü😀");
    expect(host.state.get("k")).toBe("v\u0000ü😀");
    expect(host.call("load", "k")).toBe("v\u0000ü😀");
    expect(host.call("forget", "k")).toBe(1);
    expect(host.call("forget", "k")).toBe(0);
    host.call("save", "a", "");
    expect(host.call("load", "a")).toBe("");
    host.call("forget_all");
    expect(host.state.size).toBe(0);
  });
  test("random, uuid, timers", () => {
    expect(host.call("random")).toBe(0.25);
    expect(host.call("math_random")).toBe(1);
    expect(host.call("uuid")).toBe("00000000-0000-4000-8000-000000000000");
    host.calls.length = 0;
    expect(host.call("timers")).toBe(1);
    expect(host.calls).toEqual([
      ["set_timeout", "once", 10],
      ["set_interval", "again", 1.5],
      ["clear_timer", "once"],
    ]);
  });
  test("requests", () => {
    expect(host.call("ask", '{"url":"ü"}')).toBe('200\n\n{"url":"ü"}');
  });
  test("services", () => {
    expect(host.call("rpc", "getÜser", "[1]")).toBe('["getÜser",[1]]');
    host.call("event", '{"a":"ü"}');
    expect(host.calls.at(-1)).toEqual(["send_to_server", '{"a":"ü"}']);
  });
  test("files", () => {
    expect(host.call("file", "ü.txt")).toBe("ü.txt 3 -1");
    expect(host.call("file", "")).toBe(" 3 -1");
  });
  test("clipboard and assets", () => {
    expect(host.call("paste")).toBeNull();
    expect(host.call("copy", "text")).toBe(1);
    expect(host.call("paste")).toBe("text");
    expect(host.call("asset", "assets/a.txt")).toBe("asset ✓");
    expect(host.call("asset", "other")).toBeNull();
    expect(host.call("asset_address", "img/a.png")).toBe("asset:assets/img/a.png");
    expect(host.call("asset_size", "assets/a.txt")).toBe(9);
    expect(host.call("asset_size", "other")).toBe(-1);
  });
});

/** The mutations that a call sends. */
function sentBy(name: string, ...args: unknown[]): unknown[] {
  host.mutations.length = 0;
  host.call(name, ...args);
  return host.mutations;
}

describe("mutations", () => {
  test("data of every type", () => {
    expect(sentBy("increment", 10)).toEqual([
      {
        type: "UpdateData",
        node_id: "counter",
        updates: { count: 10, "is-big": true, label: "n = 10", half: 5, none: null, big: Number(2n ** 63n - 1n) },
      },
    ]);
    expect(sentBy("show_todos")).toEqual([
      {
        type: "UpdateData",
        node_id: "list",
        updates: {
          todos: [
            { id: 1, title: "a", done: false },
            { id: 2, title: 'b"c', done: true },
          ],
          first: { id: 1, title: "a", done: false },
          tags: ["x", "y"],
          nested: { deep: [1, [2, { three: 3 }]], maybe: { yes: true } },
        },
      },
    ]);
    expect(sentBy("pass_class")).toEqual([
      { type: "UpdateData", node_id: "one", updates: { id: 2, title: 'b"c', done: true } },
    ]);
  });
  test("every type", () => {
    expect([...sentBy("view"), ...sentBy("texts").slice(), ...sentBy("go").slice()]).toHaveLength(8);
    expect(sentBy("view")).toEqual([
      { type: "UpdateView", node_id: "n", props: { class: "on", hidden: false, title: "{class: 1}", for: null } },
    ]);
    expect(sentBy("texts")).toEqual([
      { type: "ReplaceText", target: "n", text: "<b>\n" },
      { type: "RemoveNode", node_id: "n" },
    ]);
    expect(sentBy("go")).toEqual([
      { type: "Navigate", view_id: "users", params: { id: 7 } },
      { type: "Navigate", view_id: "/plain" },
      { type: "NavigateBack" },
      { type: "Navigate", view_id: "users", params: { id: 8 }, replace: true },
      { type: "Navigate", view_id: "/plain", params: {}, replace: true },
    ]);
    expect(sentBy("overlays")).toEqual([
      { type: "ShowOverlay", overlay_id: "d" },
      { type: "HideOverlay", overlay_id: "d" },
    ]);
  });
  test("a batch is one mutation; inner batches join it; an empty one sends nothing", () => {
    const text = (target: string, value: string): unknown => ({ type: "ReplaceText", target, text: value });
    expect(sentBy("both")).toEqual([{ type: "Batch", mutations: [text("a", "1"), text("b", "2")] }, text("c", "3")]);
  });
  test("an author's JSON goes as it is, under three names, and may navigate", async () => {
    const raw = await runSource(`
export function send(json: string): void { rune.core_dispatch_mutation(json); rune.execute_mutation(json); rune.rune_execute_mutation(json); }
export function together(): void {
  rune.batch((): void => { rune.execute_mutation('{"type":"NavigateBack"}'); rune.focus("a"); });
}`);
    const overlay = { type: "ShowOverlay", overlay_id: "ö" };
    raw.call("send", JSON.stringify(overlay));
    expect(raw.mutations.splice(0)).toEqual([overlay, overlay, overlay]);
    raw.call("together");
    expect(raw.mutations).toEqual([
      { type: "Batch", mutations: [{ type: "NavigateBack" }, { type: "Focus", target: "a" }] },
    ]);
    expect(raw.module.capabilities).toEqual(["navigation", "ui"]);
  });
  test("a trap inside a batch loses that batch and nothing after it", async () => {
    const other = await runSource(controller, { release: false });
    for (let i = 0; i < 3; i++) expect(() => other.call("trap_in_batch")).toThrow("unreachable");
    other.call("texts");
    expect(other.mutations).toHaveLength(2);
    other.call("both");
    expect(other.mutations).toHaveLength(4);
  });
});

describe("failures", () => {
  test("an error reaches the host with the author's place", () => {
    const line = controller.split("\n").findIndex((text) => text.includes("throw new Error")) + 1;
    expect(() => host.call("fail", "no ✓")).toThrow(`no ✓ at app/controller.as.ts:${line}:3`);
    expect(() => host.call("out_of_bounds", 1)).toThrow(/^Index out of range/);
  });
  test("a guest goes on after thousands of failures", () => {
    for (let i = 0; i < 5000; i++) expect(() => host.call("fail", "again")).toThrow("again");
    expect(host.call("echo", "still here")).toBe("still here");
  });
});

describe("values across the border", () => {
  test("texts", () => {
    for (const text of ["", "a", "\u0000", "é", "漢字", "😀👩‍👩‍👧", "\u2028\ufeff", "x".repeat(100_000)]) {
      expect(host.call("echo", text)).toBe(text);
    }
  });
  test("a lone surrogate becomes U+FFFD as text and stays itself as JSON", () => {
    expect(host.call("lone")).toBe("\ufffdx");
    expect(host.call("lone_json")).toBe("\udc00");
  });
  test("numbers and booleans", () => {
    expect(host.call("small", 255, -128, 1, 0.5, 2n)).toBe(255 - 128 + 1000 + 0.5 + 2);
    expect(host.call("flip", 0)).toBe(1);
    expect((host.call("highest") as number) >>> 0).toBe(4294967295);
  });
  test("JSON", () => {
    expect(host.call("sum", { items: [1, 2.5, -3e2] })).toBe(-296.5);
    expect(host.call("list")).toEqual([
      { id: 1, title: "a", done: false },
      { id: 2, title: 'b"c', done: true },
    ]);
  });
});

test("memory stays flat", () => {
  const run = (): void => {
    for (let i = 0; i < 25_000; i++) {
      host.mutations.length = 0;
      host.call("increment", 1);
      host.call("echo", "some text that is copied in and out");
    }
  };
  run();
  const before = host.memory.buffer.byteLength;
  run();
  expect(host.memory.buffer.byteLength).toBe(before);
});

test("the module exports what the ABI needs and nothing else", async () => {
  const compiled = await WebAssembly.compile(release.bytes as BufferSource);
  const names = WebAssembly.Module.exports(compiled).map(({ name }) => name);
  expect(names.sort()).toEqual(
    [...release.exports.map(({ name }) => name), "_initialize", "memory", "rune_alloc", "rune_free"].sort(),
  );
  expect(release.capabilities).toEqual([
    "clipboard",
    "http",
    "log",
    "navigation",
    "random",
    "server",
    "state",
    "time",
    "timers",
    "ui",
  ]);
});

import { hostFunctions, type Mutation, type RuneError } from "@rune/schema";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createClientFunctions, createTimerTable, type ClientFunctionOptions, type TimerTable } from "../src/index.ts";
import { createServerFunctions } from "../src/server/index.ts";
import { createRandom } from "../src/client/random.ts";
import { createEntry } from "./compile-wat.ts";

type AnyFunction = (...values: unknown[]) => unknown;

interface Client {
  functions: Record<string, AnyFunction>;
  reports: RuneError[];
  mutations: Mutation[];
  lines: string[];
}

function createClient(options: Partial<ClientFunctionOptions> = {}): Client {
  const client: Client = { functions: {}, reports: [], mutations: [], lines: [] };
  const line = (level: string) => (text: string) => void client.lines.push(`${level} ${text}`);
  const state = new Map<string, Uint8Array>();
  client.functions = createClientFunctions({
    entry: createEntry({}, { capabilities: ["ui", "navigation"] }),
    log: { debug: line("debug"), info: line("info"), warn: line("warn"), error: line("error") },
    storage: {
      get: (key) => state.get(key.join()),
      set: (key, value) => void state.set(key.join(), value),
      delete: (key) => state.delete(key.join()),
      clear: () => state.clear(),
    },
    timers: { set: () => undefined, clear: () => true },
    dispatch: (mutation) => client.mutations.push(mutation),
    report: (error) => client.reports.push(error),
    assets: (path) => (path === "a" ? Uint8Array.of(1) : undefined),
    clipboard: { read: async () => "text", write: async () => true },
    http: () => Promise.resolve(new Uint8Array()),
    files: () => Promise.resolve(new Uint8Array()),
    ...options,
  }) as unknown as Record<string, AnyFunction>;
  return client;
}

/** What the ABI does itself, and what only a page can do. */
const elsewhere = new Set(["abort", "send_to_host"]);

it("implements, with those for services, every host function of a controller that is not implemented elsewhere", () => {
  const services = createServerFunctions({ connection: undefined, report: () => {} });
  const names = Object.keys({ ...createClient().functions, ...services }).sort();
  expect(names).toEqual(
    Object.keys(hostFunctions)
      .filter((name) => !elsewhere.has(name))
      .sort(),
  );
});

it("leaves out what the platform does not provide", () => {
  const { functions } = createClient({
    assets: undefined,
    clipboard: undefined,
    files: undefined,
    http: undefined,
  } as never);
  const names = ["assets_fetch", "clipboard_read", "file_bytes", "http_fetch"];
  expect(names.map((name) => functions[name])).toEqual(names.map(() => undefined));
});

it("logs by level and cuts what is too long", () => {
  const { functions, lines } = createClient({ limits: { logLength: 5 } });
  for (const level of ["debug", "info", "warn", "error"]) functions[`log_${level}`]?.("hello!");
  expect(lines).toEqual(["debug hello…", "info hello…", "warn hello…", "error hello…"]);
});

it("tells the time in whole milliseconds", () => {
  expect(createClient({ clock: () => 12.75 }).functions["get_time_ms"]?.()).toBe(12n);
  expect(Number(createClient().functions["get_time_ms"]?.())).toBeGreaterThan(1.7e12);
});

describe("random", () => {
  it("stays below 1 and uses 53 bits", () => {
    expect(createRandom((bytes) => bytes.fill(0))()).toBe(0);
    expect(createRandom((bytes) => bytes.fill(255))()).toBe(1 - 2 ** -53);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const value = createRandom((target) => target.set(bytes))();
        expect(value >= 0 && value < 1 && Number.isSafeInteger(value * 2 ** 53)).toBe(true);
      }),
    );
  });

  it("spreads evenly and never repeats a batch", () => {
    const random = createClient().functions["get_random"] as () => number;
    const values = Array.from({ length: 20_000 }, random);
    expect(new Set(values).size).toBe(values.length);
    const buckets = Array.from({ length: 10 }, (_, i) => values.filter((v) => Math.floor(v * 10) === i).length);
    // Each holds 2000 ± 8 standard deviations.
    for (const count of buckets) expect(Math.abs(count - 2000)).toBeLessThan(350);
  });

  it("makes UUIDs of version 4", () => {
    const uuid = createClient().functions["uuid_v4"] as () => string;
    const values = Array.from({ length: 100 }, uuid);
    for (const value of values)
      expect(value).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(values).size).toBe(100);
  });
});

describe("state", () => {
  it("is kept by bytes", () => {
    const { functions, reports } = createClient();
    const key = Uint8Array.of(0, 255);
    functions["set_local_state"]?.(key, Uint8Array.of(1));
    expect(functions["get_local_state"]?.(key)).toEqual(Uint8Array.of(1));
    expect(functions["delete_local_state"]?.(key)).toBe(true);
    expect(functions["delete_local_state"]?.(key)).toBe(false);
    functions["set_local_state"]?.(key, Uint8Array.of(1));
    functions["clear_local_state"]?.();
    expect(functions["get_local_state"]?.(key)).toBeUndefined();
    expect(reports).toEqual([]);
  });

  it("that is too large is reported and not stored", () => {
    const { functions, reports } = createClient({ limits: { keyBytes: 2, valueBytes: 3 } });
    functions["set_local_state"]?.(new Uint8Array(3), new Uint8Array());
    functions["set_local_state"]?.(new Uint8Array(2), new Uint8Array(4));
    expect(reports.map(({ code }) => code)).toEqual(["state_too_large", "state_too_large"]);
    expect(functions["get_local_state"]?.(new Uint8Array(2))).toBeUndefined();
  });

  it("that cannot be reached is reported, and the guest goes on", () => {
    const fail = (): never => {
      throw new Error("denied");
    };
    const { functions, reports } = createClient({ storage: { get: fail, set: fail, delete: fail, clear: fail } });
    expect(functions["get_local_state"]?.(new Uint8Array())).toBeUndefined();
    functions["set_local_state"]?.(new Uint8Array(), new Uint8Array());
    expect(functions["delete_local_state"]?.(new Uint8Array())).toBe(false);
    functions["clear_local_state"]?.();
    expect(reports.map(({ code, data }) => [code, data["import"]])).toEqual(
      ["get", "set", "delete", "clear"].map((name) => ["state_unavailable", `${name}_local_state`]),
    );
  });
});

describe("mutations", () => {
  const send = (client: Client, payload: unknown, name = "core_dispatch_mutation"): void => {
    client.functions[name]?.(typeof payload === "string" ? payload : JSON.stringify(payload));
  };

  test.each(["core_dispatch_mutation", "execute_mutation", "rune_execute_mutation"])("go through %s", (name) => {
    const client = createClient();
    const batch = { type: "Batch", mutations: [{ type: "UpdateData", node_id: "a", updates: { n: [1] } }] };
    send(client, batch, name);
    send(client, { type: "Navigate", view_id: "home", params: { a: 1 } }, name);
    expect(client.mutations).toEqual([batch, { type: "Navigate", view_id: "home", params: { a: 1 } }]);
    expect(client.reports).toEqual([]);
  });

  test.each<[string, unknown, string, string]>([
    ["no JSON", "{type:1}", "mutation_malformed", "{type:1}"],
    ["nothing", "", "mutation_malformed", "core_dispatch_mutation"],
    ["null", null, "mutation_malformed", "null"],
    ["a list", [], "mutation_malformed", "[]"],
    ["no type", {}, "mutation_malformed", "{}"],
    ["an unknown type", { type: "UpdateDate" }, "mutation_type_unknown", "`UpdateData`"],
    ["an inherited type", { type: "constructor" }, "mutation_type_unknown", "constructor"],
    ["a missing field", { type: "RemoveNode" }, "mutation_malformed", "node_id"],
    ["an unknown field", { type: "NavigateBack", x: 1 }, "mutation_malformed", "`x`"],
    ["a wrong field", { type: "UpdateData", node_id: 1, updates: {} }, "mutation_malformed", "/node_id"],
    ["an unknown type in a batch", { type: "Batch", mutations: [{ type: "Eval" }] }, "mutation_type_unknown", "Eval"],
    [
      "a bad one in a batch",
      { type: "Batch", mutations: [{ type: "RemoveNode" }] },
      "mutation_malformed",
      "/mutations/0",
    ],
  ])("that are %s are reported with the payload", (_, payload, code, mention) => {
    const client = createClient();
    send(client, payload);
    expect(client.mutations).toEqual([]);
    expect(client.reports).toEqual([
      expect.objectContaining({ code, message: expect.stringContaining(mention) as string }),
    ]);
    expect(client.reports[0]?.data["import"]).toBe("core_dispatch_mutation");
  });

  it("that are too large, or deeper than any stack, are reported", () => {
    const client = createClient();
    send(client, `"${"a".repeat(5_000_000)}"`);
    send(client, '{"type":"Batch","mutations":['.repeat(50_000) + "]}".repeat(50_000));
    expect(client.reports.map(({ code }) => code)).toEqual(["mutation_too_large", "mutation_malformed"]);
    for (const { message } of client.reports) expect(message.length).toBeLessThan(400);
  });

  it("that navigate need the capability", () => {
    const client = createClient({ entry: createEntry({}, { capabilities: ["ui"] }) });
    send(client, { type: "Navigate", view_id: "x" });
    send(client, { type: "Batch", mutations: [{ type: "RemoveNode", node_id: "a" }, { type: "NavigateBack" }] });
    expect(client.mutations).toEqual([]);
    expect(client.reports.map(({ code }) => code)).toEqual([
      "mutation_navigation_denied",
      "mutation_navigation_denied",
    ]);
  });

  it("that cannot be applied are reported, and the guest goes on", () => {
    const client = createClient({
      dispatch: () => {
        throw new Error("no such node");
      },
    });
    send(client, { type: "RemoveNode", node_id: "a" });
    expect(client.reports[0]).toMatchObject({
      code: "mutation_failed",
      message: expect.stringContaining("no such node") as string,
    });
  });

  it("are never a crash, whatever the payload", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (payload) => {
        const client = createClient();
        send(client, payload);
        expect(client.mutations.length + client.reports.length).toBe(1);
      }),
    );
  });
});

describe("timers", () => {
  /** A clock that runs when told. */
  function createClock(): { table: TimerTable; fired: string[]; reports: string[]; run: (ms: number) => void } {
    let now = 0;
    let next = 1;
    const waiting = new Map<number, { at: number; callback: () => void }>();
    const fired: string[] = [];
    const reports: string[] = [];
    const table = createTimerTable({
      clock: {
        setTimeout(callback, ms) {
          waiting.set(next, { at: now + ms, callback });
          return next++;
        },
        clearTimeout: (handle) => void waiting.delete(handle as number),
      },
      onTimer: (id) => {
        fired.push(id);
        if (id === "stops itself") table.clear(id);
      },
      report: ({ code }) => reports.push(code),
      limit: 3,
    });
    const run = (ms: number): void => {
      const end = now + ms;
      for (;;) {
        const due = [...waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        waiting.delete(due[0]);
        now = due[1].at;
        due[1].callback();
      }
      now = end;
    };
    return { table, fired, reports, run };
  }

  it("fire once, or again and again", () => {
    const { table, fired, run } = createClock();
    table.set("once", 10, false);
    table.set("often", 20, true);
    run(65);
    expect(fired).toEqual(["once", "often", "often", "often"]);
    expect(table.clear("once")).toBe(false);
    expect(table.clear("often")).toBe(true);
    run(100);
    expect(fired).toHaveLength(4);
  });

  it("of the same id replace each other", () => {
    const { table, fired, run } = createClock();
    table.set("a", 10, true);
    table.set("a", 30, false);
    run(100);
    expect(fired).toEqual(["a"]);
  });

  it("can be cleared from inside", () => {
    const { table, fired, run } = createClock();
    table.set("stops itself", 10, true);
    run(100);
    expect(fired).toEqual(["stops itself"]);
  });

  it("take any wait", () => {
    const { table, fired, run } = createClock();
    table.set("nan", Number.NaN, false);
    table.set("negative", -5, false);
    table.set("endless", Number.POSITIVE_INFINITY, false);
    run(1);
    expect(fired.sort()).toEqual(["nan", "negative"]);
    table.clearAll();
    table.set("busy", 0, true);
    run(40);
    expect(fired.filter((id) => id === "busy")).toHaveLength(10);
  });

  it("are limited in number and can all be ended", () => {
    const { table, fired, reports, run } = createClock();
    for (const id of ["a", "b", "c", "d"]) table.set(id, 10, false);
    expect(reports).toEqual(["timer_limit"]);
    table.set("a", 20, false);
    expect(reports).toHaveLength(1);
    table.clearAll();
    run(100);
    expect(fired).toEqual([]);
  });
});

import { hostFunctions, isRuneError } from "@rune/schema";
import { describe, expect, it, test } from "vitest";
import { lowerImports } from "../../src/abi/reference/lower-imports.ts";
import { createClientFunctions, type HostFunctions } from "../../src/index.ts";
import { createServerFunctions } from "../../src/server/index.ts";
import { compileWat, createEntry } from "../compile-wat.ts";

const callable = Object.entries(hostFunctions).filter(([name]) => name !== "abort");

/**
 * A guest that passes on what it is given: each host function is imported with parameters that take anything, and exported under its own
 * name.
 */
const parrot = compileWat(`(module ${callable
  .map(([name, { parameters, result, suspends }]) => {
    const given = suspends || result !== undefined ? "(result externref)" : "";
    return `(import "rune:host" "${name}" (func $${name} (param ${parameters.map(() => "externref").join(" ")}) ${given}))`;
  })
  .join("\n")}
  ${callable
    .map(([name, { parameters, result, suspends }]) => {
      const given = suspends || result !== undefined ? "(result externref)" : "";
      const passed = parameters.map((_, i) => `(local.get ${i})`).join(" ");
      return `(func (export "${name}") (param ${parameters.map(() => "externref").join(" ")}) ${given} (call $${name} ${passed}))`;
    })
    .join("\n")})`);

type Exports = Record<string, (...values: unknown[]) => unknown>;

function start(functions: HostFunctions): Exports {
  const imports = {
    "rune:host": lowerImports(parrot, { ...client, ...services, ...page, ...functions }, () => undefined),
  };
  return new WebAssembly.Instance(parrot, imports as WebAssembly.Imports).exports as Exports;
}

/** Notes everything that anybody does with it. */
function createTrap(touched: string[]): object {
  const handler = new Proxy(
    {},
    {
      get: (_, trap) => () => {
        touched.push(String(trap));
        throw new Error(`${String(trap)} was called`);
      },
    },
  );
  return new Proxy(() => undefined, handler);
}

function createGetters(touched: string[]): object {
  const names = ["length", "then", "toString", "valueOf", "toJSON", "constructor", Symbol.toPrimitive, Symbol.iterator];
  const descriptors = names.map((name) => [name, { get: () => touched.push(String(name)) }]);
  return Object.defineProperties({}, Object.fromEntries(descriptors) as PropertyDescriptorMap);
}

const values: [string, (touched: string[]) => unknown][] = [
  ["null", () => null],
  ["undefined", () => undefined],
  ["a number", () => 7],
  ["NaN", () => Number.NaN],
  ["infinity", () => Number.NEGATIVE_INFINITY],
  ["a boolean", () => true],
  ["a bigint", () => 2n ** 64n],
  ["a symbol", () => Symbol("s")],
  ["a function", () => () => expect.unreachable()],
  ["an empty string", () => ""],
  ["a lone surrogate", () => "\ud800"],
  ["a huge string", () => "x".repeat(20_000_000)],
  ["a boxed string", () => Object("text") as unknown],
  ["an array", () => [1, 2]],
  ["bytes", () => new Uint8Array(4)],
  ["an object of getters", createGetters],
  ["a proxy", createTrap],
  [
    "a revoked proxy",
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
  ],
  ["the global object", () => globalThis],
];

const reports: unknown[] = [];
const clock = { setTimeout: () => 1, clearTimeout: () => undefined };
/** What only a page gives. */
const page: HostFunctions = { send_to_host: () => {} };
const services = createServerFunctions({
  connection: { send: () => {}, call: () => Promise.resolve("null") },
  report: (error) => reports.push(error),
});

const client: HostFunctions = createClientFunctions({
  entry: createEntry({}, { capabilities: ["navigation"] }),
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  storage: { get: () => undefined, set: () => {}, delete: () => false, clear: () => {} },
  timers: { set: () => void clock.setTimeout(), clear: () => false },
  dispatch: () => {},
  emit: () => {},
  report: (error) => reports.push(error),
  assets: () => undefined,
  clipboard: { read: () => Promise.resolve("text"), write: () => Promise.resolve(true) },
  http: () => Promise.resolve(new Uint8Array()),
  files: () => Promise.resolve(new Uint8Array()),
});

async function call(name: string, given: readonly unknown[]): Promise<unknown> {
  try {
    return await start({})[name]?.(...given);
  } catch (error) {
    return error;
  }
}

const cases = callable.flatMap(([name, { parameters }]) =>
  parameters.flatMap((parameter, at) =>
    values.map(([label, create]) => ({ name, label, at, create, wants: parameter === "f64" ? "number" : "string" })),
  ),
);

function argumentsAround({ name, at }: (typeof cases)[number], value: unknown): unknown[] {
  return (hostFunctions[name]?.parameters ?? []).map((type, i) => (i === at ? value : type === "f64" ? 1 : "text"));
}

test.each(cases)("$name, given $label as argument $at, looks at its type alone", async (one) => {
  const touched: string[] = [];
  const value = one.create(touched);
  const outcome = await call(one.name, argumentsAround(one, value));
  const isRefused = isRuneError(outcome) && outcome.code === "guest_import_argument";
  expect(isRefused).toBe(typeof value !== one.wants);
  expect(outcome instanceof Error && !isRuneError(outcome)).toBe(false);
  expect(touched).toEqual([]);
});

test("what is refused is named", async () => {
  await expect(call("set_timeout", ["id", {}])).resolves.toMatchObject({
    code: "guest_import_argument",
    message: "`set_timeout` takes a number as argument 2, not object.",
    data: { import: "set_timeout", argument: 2 },
  });
});

test("a text that nobody would store is not encoded", async () => {
  const outcome = await call("set_local_state", ["key", "x".repeat(20_000_000)]);
  expect(outcome).toMatchObject({ code: "guest_import_text_length", data: { length: 20_000_000 } });
});

describe("what host functions give", () => {
  it("crosses as values of WebAssembly", () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const exports = start({
      get_local_state: () => new TextEncoder().encode("hällo"),
      delete_local_state: () => true,
      get_time_ms: () => 1_700_000_000_123n,
      uuid_v4: () => "id",
      assets_fetch: () => bytes,
    } as HostFunctions);
    expect(exports["get_local_state"]?.("key")).toBe("hällo");
    expect(exports["delete_local_state"]?.("key")).toBe(1);
    expect(exports["get_time_ms"]?.()).toBe(1_700_000_000_123);
    expect(exports["uuid_v4"]?.()).toBe("id");
    const copy = exports["assets_fetch"]?.("path");
    expect(copy).toEqual(bytes);
    expect(copy).not.toBe(bytes);
  });

  it("is null where it is absent", () => {
    const exports = start({ get_local_state: () => undefined, assets_fetch: () => undefined });
    expect(exports["get_local_state"]?.("key")).toBeNull();
    expect(exports["assets_fetch"]?.("path")).toBeNull();
  });

  it("is a promise where it comes later", async () => {
    const exports = start({
      clipboard_read: () => Promise.resolve(undefined),
      clipboard_write: () => Promise.reject(new Error("no")),
    });
    await expect(exports["clipboard_read"]?.()).resolves.toBeNull();
    await expect(exports["clipboard_write"]?.("text")).rejects.toMatchObject({ code: "host_function_failed" });
  });

  it("is refused where it is of another type", () => {
    const exports = start({ uuid_v4: () => 7, get_random: () => "x", get_time_ms: () => 1 } as HostFunctions);
    for (const name of ["uuid_v4", "get_random", "get_time_ms"]) {
      expect(() => exports[name]?.()).toThrow(expect.objectContaining({ code: "host_function_failed" }));
    }
  });
});

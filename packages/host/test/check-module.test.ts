import { hostFunctions, type CapabilityName, type ModuleEntry } from "@rune/schema";
import { describe, expect, it, test } from "vitest";
import { createInstance, type HostFunctions } from "../src/index.ts";
import { compileWat, createEntry } from "./compile-wat.ts";

const functions: HostFunctions = Object.fromEntries(Object.keys(hostFunctions).map((name) => [name, () => undefined]));

interface Case {
  wat: string;
  entry?: Partial<ModuleEntry>;
  grants?: CapabilityName[];
  functions?: HostFunctions;
}

function create({ wat, entry, grants = [], functions: given = functions }: Case): Promise<unknown> {
  const module = compileWat(`(module ${wat} ${wat.includes("(memory 1)") ? "" : '(memory (export "memory") 1)'})`);
  return createInstance({ module, entry: createEntry({}, entry), grants: new Set(grants), functions: given });
}

const log = `(import "rune" "log_info" (func (param i32 i32)))`;
const withLog = { imports: ["log_info"], capabilities: ["log" as const] };

test.each<[string, Case, string, string[]]>([
  ["another module", { wat: `(import "env" "abort" (func))` }, "module_import_foreign", ["`env`", "`abort`"]],
  ["WASI", { wat: `(import "wasi_snapshot_preview1" "fd_write" (func))` }, "module_import_foreign", ["fd_write"]],
  ["the other ABI's module", { wat: `(import "rune:host" "log_info" (func))` }, "module_import_foreign", ["rune:host"]],
  ["a memory", { wat: `(import "rune" "memory" (memory 1))` }, "module_import_kind", ["memory"]],
  ["a table", { wat: `(import "rune" "log_info" (table 1 funcref))` }, "module_import_kind", ["table"]],
  ["a global", { wat: `(import "rune" "log_info" (global i32))` }, "module_import_kind", ["global"]],
  ["an unknown function", { wat: `(import "rune" "eval" (func))` }, "module_import_unknown", ["`eval`"]],
  ["an inherited name", { wat: `(import "rune" "constructor" (func))` }, "module_import_unknown", ["`constructor`"]],
  ["a prototype", { wat: `(import "rune" "__proto__" (func))` }, "module_import_unknown", ["`__proto__`"]],
  [
    "what the manifest does not list",
    { wat: log, entry: { capabilities: ["log"] }, grants: ["log"] },
    "module_import_undeclared",
    ["log_info"],
  ],
  [
    "what its capabilities do not cover",
    { wat: log, entry: { imports: ["log_info"] }, grants: ["log"] },
    "module_capability_undeclared",
    ["log_info", "`log`"],
  ],
  ["what is not granted", { wat: log, entry: withLog }, "module_capability_denied", ["log_info", "`log`", "grants:"]],
  [
    "a capability without an import",
    { wat: "", entry: { capabilities: ["navigation"] } },
    "module_capability_denied",
    ["`navigation`", "grants:"],
  ],
  [
    "what this host cannot do",
    { wat: log, entry: withLog, grants: ["log"], functions: {} },
    "module_import_unavailable",
    ["log_info"],
  ],
  [
    "an export that is not there",
    { wat: "", entry: { exports: [{ name: "go", parameters: [] }] } },
    "module_export_missing",
    ["`go`"],
  ],
  [
    "an export that is no function",
    { wat: "", entry: { exports: [{ name: "memory", parameters: [] }] } },
    "module_export_missing",
    ["`memory`"],
  ],
  [
    "the linear ABI's module in one that works with references",
    { wat: log, entry: { ...withLog, abi: "gc" }, grants: ["log"] },
    "module_import_foreign",
    ["`rune`", "`rune:host`"],
  ],
  ["an ABI of nowhere", { wat: "", entry: { abi: "toString" as never } }, "module_abi_unavailable", ["toString"]],
])("refuses %s", async (_, options, code, mentions) => {
  const error = (await create(options).catch((thrown: unknown) => thrown)) as Error;
  expect(error).toMatchObject({ name: "RuneError", code });
  for (const text of ["logic/home.wasm", ...mentions]) expect(error.message).toContain(text);
  expect(error).toHaveProperty("data.file", "logic/home.wasm");
});

describe("what is declared and granted", () => {
  it("is taken", async () => {
    await expect(create({ wat: log, entry: withLog, grants: ["log", "time"] })).resolves.toMatchObject({
      state: "running",
    });
  });

  it("is taken without a capability where none is needed", async () => {
    const wat = `(import "rune" "read_return_buffer" (func (param i32 i32) (result i32)))
      (import "rune" "abort" (func (param i32 i32 i32 i32 i32 i32)))`;
    await expect(create({ wat, entry: { imports: ["abort"] }, functions: {} })).resolves.toBeDefined();
  });
});

test("every import that the table names can be granted", async () => {
  for (const [name, { capability, suspends }] of Object.entries(hostFunctions)) {
    if (suspends) continue;
    const capabilities = capability === undefined ? [] : [capability];
    const wat = `(import "rune" "${name}" (func))`;
    await expect(
      create({ wat, entry: { imports: [name], capabilities }, grants: capabilities }),
    ).resolves.toBeDefined();
  }
});

test.each(["clipboard_read", "clipboard_write"])("%s says which engine it needs", async (name) => {
  const promise = create({
    wat: `(import "rune" "${name}" (func))`,
    entry: { imports: [name], capabilities: ["clipboard"] },
    grants: ["clipboard"],
  });
  const supported = "Suspending" in WebAssembly;
  const outcome = await promise.then(
    () => "created",
    (error: unknown) => (error as { code: string; message: string }).code,
  );
  expect(outcome).toBe(supported ? "created" : "module_suspension_unavailable");
});

import {
  LINEAR_MODULE,
  READ_RETURN_BUFFER,
  hostFunctions,
  type HostValueType,
  type ModuleEntry,
  type ModuleExport,
} from "@rune/schema";
import type { HostFunctions } from "../../host-value.ts";
import type { Guest, GuestOptions } from "../abi.ts";
import { convertArguments, type PlainArgument } from "../convert-arguments.ts";
import { FUEL_EXPORT } from "../fuel-names.ts";
import { GuestFuel } from "../guest-fuel.ts";
import { outOfFuel } from "../messages.ts";
import { GuestMemory } from "./guest-memory.ts";
import { liftResult } from "./lift-result.ts";
import { lowerImport, type ImportContext } from "./lower-import.ts";
import { allocatorMissing, guestAborted, memoryMissing, suspensionUnavailable } from "./messages.ts";
import { ReturnBuffer } from "./return-buffer.ts";

const encoder = new TextEncoder();

type WasmFunction = (...args: unknown[]) => unknown;

/** A guest with linear memory: values cross as numbers, text and bytes as pointer and length. */
export async function createGuest(options: GuestOptions): Promise<Guest> {
  const { module, entry, functions, checkRunning, readFrames, fail } = options;
  const fuel = new GuestFuel(module, options);
  const memory = new GuestMemory(entry, fail, fuel.charge);
  const names = new Set(WebAssembly.Module.imports(module).map(({ name }) => name));
  const suspending = [...names].find((name) => hostFunctions[name]?.suspends);
  if (suspending !== undefined && !(WebAssembly.Suspending && WebAssembly.promising)) {
    throw suspensionUnavailable(entry.file, suspending);
  }
  const hasMemory = WebAssembly.Module.exports(module).some(({ name, kind }) => name === "memory" && kind === "memory");
  if (!hasMemory && needsMemory(names, entry)) throw memoryMissing(entry.file);

  const explain = (error: unknown, name: string): unknown => {
    if (!fuel.meter.lack) return error;
    const inner = readFrames(error).find((each) => fuel.isOwn(each));
    return fail(outOfFuel(entry.file, name, { function: inner?.name }, error, fuel.meter.lack));
  };
  const context: ImportContext = { memory, returnBuffer: new ReturnBuffer(memory), fuel, checkRunning };
  try {
    const imports = { [LINEAR_MODULE]: createImports(context, names, functions), [FUEL_EXPORT]: fuel.imports };
    const { exports } = await WebAssembly.instantiate(module, imports);
    fuel.attach(exports);
    memory.attach(exports["memory"] as WebAssembly.Memory | undefined);
    // Code outside of functions that reaches the host cannot run in the start section, before the memory can be seen.
    if (typeof exports["_initialize"] === "function") exports["_initialize"]();
    fuel.meter.leave();
    return new LinearGuest(
      entry,
      exports as Record<string, WasmFunction>,
      memory,
      fuel,
      explain,
      suspending !== undefined,
    );
  } catch (error) {
    throw explain(error, "(start)");
  }
}

const scalars: ReadonlySet<HostValueType> = new Set<HostValueType>(["i32", "i64", "f64", "bool"]);

function needsMemory(imports: ReadonlySet<string>, { exports }: ModuleEntry): boolean {
  const takesText = [...imports].some((name) => {
    const { parameters, result } = hostFunctions[name] ?? { parameters: [] };
    return [...parameters, result].some((type) => type !== undefined && !scalars.has(type));
  });
  return (
    takesText ||
    exports.some(({ parameters, result }) =>
      [...parameters.map(({ type }) => type), result].some((type) => type === "string" || type === "json"),
    )
  );
}

function createImports(
  context: ImportContext,
  names: ReadonlySet<string>,
  functions: HostFunctions,
): Record<string, unknown> {
  const imports: Record<string, unknown> = {};
  for (const name of names) {
    const signature = hostFunctions[name];
    const implementation = name === "abort" ? abort : functions[name];
    if (name === READ_RETURN_BUFFER) {
      imports[name] = (destination: unknown, capacity: unknown) => context.returnBuffer.read(destination, capacity);
    } else if (signature && implementation) {
      const lowered = lowerImport(context, name, signature, implementation);
      imports[name] =
        signature.suspends && WebAssembly.Suspending ? new WebAssembly.Suspending(lowered as never) : lowered;
    }
  }
  return imports;
}

function abort(message: string, source: string, line: number, column: number): never {
  throw guestAborted(message, source, line, column);
}

class LinearGuest implements Guest {
  readonly suspends: boolean;
  /** Of variables, only the host that made a module knows where they lie. */
  readonly variables: Guest["variables"] = new Map();
  readonly #entry: ModuleEntry;
  readonly #exports: Readonly<Record<string, WasmFunction>>;
  readonly #memory: GuestMemory;
  readonly #fuel: GuestFuel;
  readonly explain: Guest["explain"];

  constructor(
    entry: ModuleEntry,
    exports: Readonly<Record<string, WasmFunction>>,
    memory: GuestMemory,
    fuel: GuestFuel,
    explain: Guest["explain"],
    suspends: boolean,
  ) {
    this.#entry = entry;
    this.#exports = exports;
    this.#memory = memory;
    this.#fuel = fuel;
    this.explain = explain;
    this.suspends = suspends;
  }

  prepare(exported: ModuleExport, args: readonly unknown[]): () => unknown {
    const { file } = this.#entry;
    const converted = convertArguments(file, exported, args);
    const allocates = converted.some((argument) => typeof argument === "string" && argument !== "");
    if (allocates && !(this.#exports["rune_alloc"] && this.#exports["rune_free"])) {
      throw allocatorMissing(file, exported.name);
    }
    return () => this.#call(exported, converted);
  }

  checkLimits(name: string): void {
    this.#memory.checkLimit();
    if (this.#fuel.meter.lack) throw this.explain(undefined, name);
  }

  leave(): void {
    this.#fuel.meter.leave();
  }

  #call(exported: ModuleExport, args: readonly PlainArgument[]): unknown {
    const callee = this.#exports[exported.name] as WasmFunction;
    const places: [pointer: number, length: number][] = [];
    const raw = args.flatMap((argument) =>
      typeof argument === "string" ? this.#place(encoder.encode(argument), places) : argument,
    );
    const finish = (value: unknown): unknown => {
      const result = liftResult(this.#memory, this.#entry.file, exported, value);
      // Not after a trap: the guest's own bookkeeping may be half changed.
      for (const place of places) this.#exports["rune_free"]?.(...place);
      return result;
    };
    if (this.suspends && WebAssembly.promising) return WebAssembly.promising(callee)(...raw).then(finish);
    return finish(callee(...raw));
  }

  /** Copies bytes into memory that the guest allocates; gives pointer and length. */
  #place(bytes: Uint8Array, places: [number, number][]): [pointer: number, length: number] {
    if (bytes.length === 0) return [0, 0];
    const pointer = this.#exports["rune_alloc"]?.(bytes.length);
    this.#memory.write("The result of `rune_alloc`", pointer, bytes);
    const place: [number, number] = [pointer as number, bytes.length];
    places.push(place);
    return place;
  }
}

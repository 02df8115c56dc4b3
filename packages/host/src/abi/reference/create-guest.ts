import { FUEL_EXPORT, isRuneError, type ModuleEntry, type ModuleExport } from "@rune/schema";
import { createBorder } from "../../border/index.ts";
import { FuelMeter } from "../../fuel/fuel-meter.ts";
import type { FuelCounter, FuelOptions } from "../../fuel/fuel-meter.ts";
import { createJavascriptFunctions } from "../../javascript/index.ts";
import type { Guest, GuestOptions, GuestVariable } from "../abi.ts";
import { convertArguments } from "../convert-arguments.ts";
import { convertResult } from "../convert-result.ts";
import { createReferenceImports } from "./create-imports.ts";
import { lowerImports } from "./lower-imports.ts";
import { guestThrew } from "./messages.ts";
import { readInterface } from "./read-interface.ts";

type AnyFunction = (...args: unknown[]) => unknown;
type Exports = Readonly<Record<string, unknown>>;

/** A guest whose values are references: strings cross as they are, objects as the module's interface says. */
export async function createGuest(options: GuestOptions): Promise<Guest> {
  const { module, entry, functions, fuel, checkRunning, report, runJob } = options;
  const described = readInterface(module, entry.file);
  const border = described && createBorder(described);
  const imports = createReferenceImports(module, {
    javascript: createJavascriptFunctions({}, report, runJob),
    host: lowerImports(module, functions, checkRunning),
    ...(border && { border: border.imports }),
  });
  const { exports } = await WebAssembly.instantiate(module, imports);
  const meter = createMeter(exports, fuel);
  if (!border) return new PlainGuest(entry, exports, meter);
  return new TypedGuest(border.open(exports), border.variables(), meter);
}

function createMeter(exports: Exports, options: FuelOptions | undefined): FuelMeter | undefined {
  const counter = exports[FUEL_EXPORT];
  return counter instanceof WebAssembly.Global ? new FuelMeter(counter as FuelCounter, options) : undefined;
}

/** A guest without an interface: text and JSON are strings, everything else is a number. */
class PlainGuest implements Guest {
  readonly suspends = false;
  readonly variables: Guest["variables"] = new Map();
  readonly fuel: FuelMeter | undefined;
  readonly #entry: ModuleEntry;
  readonly #exports: Exports;

  constructor(entry: ModuleEntry, exports: Exports, fuel: FuelMeter | undefined) {
    this.fuel = fuel;
    this.#entry = entry;
    this.#exports = exports;
  }

  prepare(exported: ModuleExport, args: readonly unknown[]): () => unknown {
    const { file } = this.#entry;
    const converted = convertArguments(file, exported, args);
    const callee = this.#exports[exported.name] as AnyFunction;
    return () => convertResult(file, exported, callee(...converted));
  }

  checkLimits(): void {}
}

/** What the guest threw, as an error of ours; traps and what the host itself threw are what they are. */
function rethrow(error: unknown): never {
  throw error instanceof WebAssembly.RuntimeError || isRuneError(error) ? error : guestThrew(error);
}

/** A variable whose failures are errors of ours. */
function guard({ read, write }: GuestVariable): GuestVariable {
  const attempt = <Result>(action: () => Result): Result => {
    try {
      return action();
    } catch (error) {
      return rethrow(error);
    }
  };
  const guarded: GuestVariable = { read: () => attempt(read) };
  if (write) guarded.write = (value) => attempt(() => write(value));
  return guarded;
}

/** A guest that says how its values cross. Who waits for it awaits a promise; nothing suspends the module itself. */
class TypedGuest implements Guest {
  readonly suspends = false;
  readonly variables: ReadonlyMap<string, GuestVariable>;
  readonly fuel: FuelMeter | undefined;
  readonly #exports: Exports;

  constructor(exports: Exports, variables: ReadonlyMap<string, GuestVariable>, fuel: FuelMeter | undefined) {
    this.fuel = fuel;
    this.#exports = exports;
    this.variables = new Map([...variables].map(([name, variable]) => [name, guard(variable)]));
  }

  prepare({ name }: ModuleExport, args: readonly unknown[]): () => unknown {
    return () => {
      try {
        const result = (this.#exports[name] as AnyFunction)(...args);
        return result instanceof Promise ? result.catch(rethrow) : result;
      } catch (error) {
        return rethrow(error);
      }
    };
  }

  /** Engines have no limit for objects; what is allocated is counted in the module. */
  checkLimits(): void {}
}

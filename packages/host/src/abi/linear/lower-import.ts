import { isRuneError, type HostFunction, type HostValueType } from "@rune/schema";
import type { HostImplementation, HostValue } from "../../host-value.ts";
import { hostFunctionFailed } from "../../messages.ts";
import { ERROR_TICKS } from "../../fuel/charge.ts";
import type { GuestFuel } from "../guest-fuel.ts";
import { hostCost } from "../host-costs.ts";
import type { GuestMemory } from "./guest-memory.ts";
import type { ReturnBuffer } from "./return-buffer.ts";

const encoder = new TextEncoder();

/** What an import needs of its instance. */
export interface ImportContext {
  memory: GuestMemory;
  returnBuffer: ReturnBuffer;
  /** What the guest pays with for what the host does. */
  fuel: GuestFuel;
  /** Throws if the instance may not run on. */
  checkRunning(): void;
}

/** Makes of a host function what a module imports: numbers in, a number out. */
export function lowerImport(
  context: ImportContext,
  name: string,
  { parameters, result, suspends }: HostFunction,
  implementation: HostImplementation,
): (...raw: unknown[]) => unknown {
  const where = `The import \`${name}\``;
  const { fuel } = context;
  const call = implementation as (...values: HostValue[]) => unknown;
  const finish = (value: unknown): unknown => {
    // The implementation may have stopped the instance, directly or by calling back.
    context.checkRunning();
    return lowerResult(context, name, result, value);
  };
  const lowered = (raw: readonly unknown[]): unknown => {
    context.checkRunning();
    const values = readParameters(context.memory, where, parameters, raw);
    fuel.charge?.(hostCost(name, values));
    try {
      const value = call(...values);
      if (!suspends) return finish(value);
      return Promise.resolve(value).then(finish, (error: unknown) => {
        throw describeFailure(name, error);
      });
    } catch (error) {
      throw describeFailure(name, error);
    }
  };
  return (...raw) => {
    try {
      return lowered(raw);
    } catch (error) {
      fuel.charge?.(ERROR_TICKS);
      throw error;
    } finally {
      // A guest that waits here goes on in another turn.
      if (suspends) fuel.meter.leave();
    }
  };
}

function readParameters(
  memory: GuestMemory,
  where: string,
  types: readonly HostValueType[],
  raw: readonly unknown[],
): HostValue[] {
  let next = 0;
  return types.map((type) => {
    const first = raw[next++];
    if (type === "text") return memory.text(where, first, raw[next++]);
    if (type === "bytes" || type === "utf8") return memory.copy(where, first, raw[next++]);
    return type === "bool" ? first !== 0 : (first as number | bigint);
  });
}

function lowerResult(context: ImportContext, name: string, type: HostValueType | undefined, value: unknown): unknown {
  const misfit = (): Error => hostFunctionFailed(name, new TypeError(`it gave ${typeof value} instead of ${type}`));
  switch (type) {
    case undefined:
      // A promise here is an implementation that answers late although the guest does not wait.
      return undefined;
    case "bool":
      if (typeof value !== "boolean") throw misfit();
      return value ? 1 : 0;
    case "i64":
      if (typeof value !== "bigint") throw misfit();
      return value;
    case "i32":
    case "f64":
      if (typeof value !== "number") throw misfit();
      return value;
    case "text":
    case "text?":
      if (value === undefined && type === "text?") return context.returnBuffer.put(undefined);
      if (typeof value !== "string") throw misfit();
      return putPaid(context, encoder.encode(value));
    case "bytes":
    case "bytes?":
    case "utf8":
    case "utf8?":
      if (value === undefined && type.endsWith("?")) return context.returnBuffer.put(undefined);
      if (!(value instanceof Uint8Array)) throw misfit();
      return putPaid(context, value);
    default:
      return type satisfies never;
  }
}

function putPaid({ fuel, returnBuffer }: ImportContext, block: Uint8Array): ReturnBuffer {
  fuel.charge?.(block.length);
  return returnBuffer.put(block);
}

function describeFailure(name: string, error: unknown): unknown {
  return isRuneError(error) ? error : hostFunctionFailed(name, error);
}

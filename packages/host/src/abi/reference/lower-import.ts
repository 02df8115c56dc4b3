import { isRuneError, type HostFunction, type HostValueType } from "@rune/schema";
import type { HostImplementation, HostValue } from "../../host-value.ts";
import { hostFunctionFailed } from "../../messages.ts";
import { isBytes } from "../../is-bytes.ts";
import { ERROR_TICKS, type Charge } from "../../fuel/charge.ts";
import { hostCost } from "../host-costs.ts";
import { importArgumentInvalid, importTextTooLong } from "./messages.ts";

/** UTF-16 units of a text that the host encodes; far above what its functions take, so that they say what is too long. */
const MAX_ENCODED = 16_777_216;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

/**
 * Makes of a host function what a module imports by reference. It reads no property of what it is given, and calls nothing of it. `charge` is
 * there where the module has to pay for what the host does.
 */
export function lowerImport(
  name: string,
  { parameters, result, suspends }: HostFunction,
  implementation: HostImplementation,
  checkRunning: () => void,
  charge?: Charge,
): (...raw: unknown[]) => unknown {
  const call = implementation as (...values: HostValue[]) => unknown;
  const finish = (value: unknown): unknown => {
    // The implementation may have stopped the instance, directly or by calling back.
    checkRunning();
    return lowerResult(name, result, value);
  };
  const lowered = (...raw: unknown[]): unknown => {
    checkRunning();
    const values = parameters.map((type, at) => {
      const value = liftArgument(type, raw[at]);
      if (value !== refused) return value;
      throw importArgumentInvalid(name, at + 1, describeType(type), raw[at] === null ? "null" : typeof raw[at]);
    });
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
  if (!charge) return lowered;
  return (...raw) => {
    charge(hostCost(name, raw));
    try {
      const value = lowered(...raw);
      if (isBytes(value)) charge(value.length);
      return value;
    } catch (error) {
      charge(ERROR_TICKS);
      throw error;
    }
  };
}

/** The value is of another kind than the parameter. */
const refused = Symbol("refused");

function liftArgument(type: HostValueType, value: unknown): HostValue | typeof refused {
  switch (type) {
    case "text?":
    case "utf8?":
    case "bytes?":
      return value === null ? undefined : liftArgument(type.slice(0, -1) as HostValueType, value);
    case "text":
      return typeof value === "string" ? value : refused;
    case "utf8":
      if (typeof value !== "string") return refused;
      if (value.length > MAX_ENCODED) throw importTextTooLong(value.length, MAX_ENCODED);
      return encoder.encode(value);
    case "bytes":
      return isBytes(value) ? new Uint8Array(value) : refused;
    case "i64":
      return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : refused;
    case "bool":
      return typeof value === "number" ? value !== 0 : refused;
    case "i32":
    case "f64":
      return typeof value === "number" ? value : refused;
    default:
      return type satisfies never;
  }
}

function lowerResult(name: string, type: HostValueType | undefined, value: unknown): unknown {
  const misfit = (): Error => hostFunctionFailed(name, new TypeError(`it gave ${typeof value} instead of ${type}`));
  switch (type) {
    case undefined:
      // A promise here is an implementation that answers late although the guest does not wait.
      return undefined;
    case "text?":
    case "utf8?":
    case "bytes?":
      return value === undefined ? null : lowerResult(name, type.slice(0, -1) as HostValueType, value);
    case "text":
      if (typeof value !== "string") throw misfit();
      return value;
    case "utf8":
      if (!isBytes(value)) throw misfit();
      return decoder.decode(value);
    case "bytes":
      if (!isBytes(value)) throw misfit();
      return new Uint8Array(value);
    case "i64":
      if (typeof value !== "bigint") throw misfit();
      return Number(value);
    case "bool":
      if (typeof value !== "boolean") throw misfit();
      return value ? 1 : 0;
    case "i32":
    case "f64":
      if (typeof value !== "number") throw misfit();
      return value;
    default:
      return type satisfies never;
  }
}

function describeType(type: HostValueType): string {
  if (type.startsWith("text") || type.startsWith("utf8")) return type.endsWith("?") ? "a string or null" : "a string";
  if (type.startsWith("bytes")) return type.endsWith("?") ? "bytes or null" : "bytes";
  return type === "i64" ? "an integer" : "a number";
}

function describeFailure(name: string, error: unknown): unknown {
  return isRuneError(error) ? error : hostFunctionFailed(name, error);
}

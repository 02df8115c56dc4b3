import type { ModuleExport } from "@rune/schema";
import type { GuestMemory } from "./guest-memory.ts";
import { resultInvalid } from "./messages.ts";

/** Converts what an export gave by its declared result; text is copied out of the guest's memory at once. */
export function liftResult(
  memory: GuestMemory,
  file: string,
  { name, result: type }: ModuleExport,
  raw: unknown,
): unknown {
  switch (type) {
    case undefined:
      return undefined;
    case "i64":
    case "u64":
      if (typeof raw !== "bigint") throw misfit(file, name, type);
      return type === "u64" ? BigInt.asUintN(64, raw) : raw;
    case "string":
    case "json": {
      if (typeof raw !== "bigint") throw misfit(file, name, type);
      const bits = BigInt.asUintN(64, raw);
      const text = memory.text(`The result of \`${name}\``, Number(bits & 0xffff_ffffn), Number(bits >> 32n));
      return type === "json" ? parseJson(file, name, text) : text;
    }
    default:
      if (typeof raw !== "number") throw misfit(file, name, type);
      if (type === "bool") return raw !== 0;
      return type === "u32" ? raw >>> 0 : raw;
  }
}

function parseJson(file: string, name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw resultInvalid(file, name, "json", error instanceof Error ? error.message : String(error));
  }
}

function misfit(file: string, name: string, type: string): Error {
  return resultInvalid(file, name, type, "the module's function has a result of another type");
}

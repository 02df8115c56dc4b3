import type { ModuleExport } from "@rune/schema";
import { resultInvalid } from "./messages.ts";

/** Converts what an export gave by its declared result; text is a string already. */
export function convertResult(file: string, { name, result: type }: ModuleExport, raw: unknown): unknown {
  const misfit = (): Error =>
    resultInvalid(file, name, String(type), "the module's function has a result of another type");
  switch (type) {
    case undefined:
      return undefined;
    case "i64":
    case "u64":
      if (typeof raw !== "bigint") throw misfit();
      return type === "u64" ? BigInt.asUintN(64, raw) : raw;
    case "string":
    case "json":
      if (typeof raw !== "string") throw misfit();
      return type === "json" ? parseJson(file, name, raw) : raw;
    default:
      if (typeof raw !== "number") throw misfit();
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

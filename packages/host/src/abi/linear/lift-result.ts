import type { ModuleExport } from "@rune/schema";
import { convertResult } from "../convert-result.ts";
import type { GuestMemory } from "./guest-memory.ts";

/** Converts what an export gave by its declared result; text is copied out of the guest's memory at once. */
export function liftResult(memory: GuestMemory, file: string, exported: ModuleExport, raw: unknown): unknown {
  const isText = exported.result === "string" || exported.result === "json";
  if (!isText || typeof raw !== "bigint") return convertResult(file, exported, raw);
  const bits = BigInt.asUintN(64, raw);
  const where = `The result of \`${exported.name}\``;
  return convertResult(file, exported, memory.text(where, Number(bits & 0xffff_ffffn), Number(bits >> 32n)));
}

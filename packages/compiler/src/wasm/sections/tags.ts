import type { ByteBuffer } from "../byte-buffer.ts";
import type { ModuleLayout } from "../layout.ts";
import { findFunctionType } from "../type-space.ts";

/** Writes the kinds of exceptions. */
export function writeTags(out: ByteBuffer, { tags, types }: ModuleLayout): boolean {
  out.u32(tags.length);
  for (const { params } of tags) {
    out.byte(0x00);
    out.u32(findFunctionType(types, params, []).index);
  }
  return tags.length > 0;
}

import type { ByteBuffer } from "../byte-buffer.ts";
import type { ModuleLayout } from "../layout.ts";
import { findFunctionType, indexOfType } from "../type-space.ts";
import { writeStorageType } from "../write-types.ts";

/** Writes the imports: functions, globals, tags. */
export function writeImports(out: ByteBuffer, { imports, types }: ModuleLayout): boolean {
  const count = imports.functions.length + imports.globals.length + imports.tags.length;
  out.u32(count);
  for (const { module, base, type } of imports.functions) {
    out.name(module);
    out.name(base);
    out.byte(0x00);
    out.u32(indexOfType(types, type));
  }
  for (const { module, base, type, mutable } of imports.globals) {
    out.name(module);
    out.name(base);
    out.byte(0x03);
    writeStorageType(out, types, type);
    out.byte(mutable ? 1 : 0);
  }
  for (const { module, base, params } of imports.tags) {
    out.name(module);
    out.name(base);
    out.byte(0x04);
    out.byte(0x00);
    out.u32(findFunctionType(types, params, []).index);
  }
  return count > 0;
}

import type { ByteBuffer } from "../byte-buffer.ts";
import type { ModuleLayout } from "../layout.ts";
import { indexOfType } from "../type-space.ts";
import type { TypeSpace } from "../type-space.ts";
import type { DefinedType } from "../types.ts";
import { writeField, writeValueTypes } from "../write-types.ts";

/** Writes the types, group by group. */
export function writeTypes(out: ByteBuffer, { typeGroups, types }: ModuleLayout): boolean {
  out.u32(typeGroups.length);
  for (const group of typeGroups) {
    if (group.length > 1) {
      out.byte(0x4e);
      out.u32(group.length);
    }
    for (const { type } of group) writeType(out, types, type);
  }
  return typeGroups.length > 0;
}

function writeType(out: ByteBuffer, types: TypeSpace, type: DefinedType): void {
  switch (type.kind) {
    case "function":
      out.byte(0x60);
      writeValueTypes(out, types, type.params);
      return writeValueTypes(out, types, type.results);
    case "array":
      out.byte(0x5e);
      return writeField(out, types, type.element);
    case "struct":
      if (!type.final || type.supertype) {
        out.byte(type.final ? 0x4f : 0x50);
        out.u32(type.supertype ? 1 : 0);
        if (type.supertype) out.u32(indexOfType(types, type.supertype));
      }
      out.byte(0x5f);
      out.u32(type.fields.length);
      for (const item of type.fields) writeField(out, types, item);
  }
}

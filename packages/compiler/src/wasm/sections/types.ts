import type { ByteBuffer } from "../byte-buffer.ts";
import type { ModuleLayout } from "../layout.ts";
import { indexOfType } from "../type-space.ts";
import type { TypeSpace } from "../type-space.ts";
import type { DefinedType } from "../types.ts";
import { writeField, writeValueTypes } from "../write-types.ts";

/** Writes the types: those that stand alone, then all others as one recursion group. */
export function writeTypes(out: ByteBuffer, { sortedTypes, types }: ModuleLayout): boolean {
  const alone = sortedTypes.findIndex((entry) => !entry.alone);
  const single = alone < 0 ? sortedTypes.length : alone;
  const grouped = sortedTypes.length - single;
  out.u32(single + (grouped > 0 ? 1 : 0));
  for (const [index, { type }] of sortedTypes.entries()) {
    if (index === single && grouped > 1) {
      out.byte(0x4e);
      out.u32(grouped);
    }
    writeType(out, types, type);
  }
  return sortedTypes.length > 0;
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

import type { ByteBuffer } from "../byte-buffer.ts";
import { indexOf } from "../layout.ts";
import type { ModuleLayout } from "../layout.ts";

/** Writes the exports: functions, globals, tags. */
export function writeExports(out: ByteBuffer, layout: ModuleLayout): boolean {
  const globals = layout.globals.filter(({ exportName }) => exportName !== undefined);
  const tags = layout.tags.filter(({ exportName }) => exportName !== undefined);
  let count = globals.length + tags.length;
  for (const { exportNames } of layout.functions) count += exportNames?.length ?? 0;
  out.u32(count);
  for (const item of layout.functions) {
    for (const name of item.exportNames ?? []) writeExport(out, name, 0x00, indexOf(layout.functionIndices, item));
  }
  for (const item of globals) writeExport(out, item.exportName ?? "", 0x03, indexOf(layout.globalIndices, item));
  for (const item of tags) writeExport(out, item.exportName ?? "", 0x04, indexOf(layout.tagIndices, item));
  return count > 0;
}

function writeExport(out: ByteBuffer, name: string, kind: number, index: number): void {
  out.name(name);
  out.byte(kind);
  out.u32(index);
}

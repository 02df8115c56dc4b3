import { ByteBuffer } from "../byte-buffer.ts";
import type { CodePosition } from "../code-position.ts";
import { groupLocals } from "../group-locals.ts";
import type { ModuleLayout } from "../layout.ts";
import { createCodeWriter, markPosition, writeInstructions } from "../write-instruction.ts";
import { writeStorageType } from "../write-types.ts";

/** Writes the bodies of functions. Positions are added to `positions`, with offsets from the start of the section's content. */
export function writeCode(out: ByteBuffer, layout: ModuleLayout, positions: CodePosition[]): boolean {
  const body = new ByteBuffer(4096);
  const code = createCodeWriter(body, layout, positions);
  out.u32(layout.functions.length);
  for (const item of layout.functions) {
    const { groups, indices } = groupLocals(item, layout);
    const before = positions.length;
    body.clear();
    markPosition(code, item.position);
    body.u32(groups.length);
    for (const [first, count] of groups) {
      body.u32(count);
      writeStorageType(body, layout.types, first.type);
    }
    code.functionName = item.name;
    code.locals = indices;
    writeInstructions(code, item.body, item.position);
    body.byte(0x0b);
    out.u32(body.length);
    for (let index = before; index < positions.length; index++) positions[index]!.offset += out.length;
    out.append(body);
  }
  return layout.functions.length > 0;
}

import { ByteReader } from "@rune/schema/fuel";
import { ByteBuffer } from "../byte-buffer.ts";

/** Parts of the name section that are lists by function: names of functions, of locals, of labels. */
const FUNCTION_NAMES = 1;
const BY_FUNCTION = new Set([2, 3]);

/**
 * Writes a name section, `reader` at its start, with the functions' new numbers and the names of added functions. Names are ordered by
 * number, as the format wants it.
 */
export function rewriteNames(
  reader: ByteReader,
  out: ByteBuffer,
  functionNumber: (index: number) => number,
  added: readonly (readonly [number, string])[],
): void {
  out.name(reader.text());
  while (reader.offset < reader.end) {
    const id = reader.byte();
    const size = reader.u32();
    const start = reader.offset;
    reader.skip(size);
    const part = new ByteReader(reader.bytes, start, reader.offset);
    const content = new ByteBuffer(size + 256);
    if (id === FUNCTION_NAMES) writeFunctionNames(part, content, functionNumber, added);
    else if (BY_FUNCTION.has(id)) writeByFunction(part, content, functionNumber);
    else content.bytes(part.bytes.subarray(start, part.end));
    out.byte(id);
    out.u32(content.length);
    out.append(content);
  }
}

function writeFunctionNames(
  part: ByteReader,
  content: ByteBuffer,
  functionNumber: (index: number) => number,
  added: readonly (readonly [number, string])[],
): void {
  const names = Array.from({ length: part.u32() }, (): [number, string] => [functionNumber(part.u32()), part.text()]);
  const all = [...names, ...added].sort(([first], [second]) => first - second);
  content.u32(all.length);
  for (const [index, name] of all) {
    content.u32(index);
    content.name(name);
  }
}

function writeByFunction(part: ByteReader, content: ByteBuffer, functionNumber: (index: number) => number): void {
  const functions = part.u32();
  content.u32(functions);
  for (let each = 0; each < functions; each++) {
    content.u32(functionNumber(part.u32()));
    const start = part.offset;
    for (let items = part.u32(); items > 0; items--) {
      part.u32();
      part.skip(part.u32());
    }
    content.bytes(part.bytes.subarray(start, part.offset));
  }
}

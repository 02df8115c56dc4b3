/** Writes modules in the binary format of WebAssembly 3.0, without text or another library in between. */
import { ByteBuffer } from "./byte-buffer.ts";
import type { CodePosition } from "./code-position.ts";
import { layoutModule } from "./layout.ts";
import type { ModuleLayout } from "./layout.ts";
import type { WasmModule } from "./module.ts";
import { writeCode } from "./sections/code.ts";
import { writeData, writeDataCount } from "./sections/data.ts";
import { writeElements } from "./sections/elements.ts";
import { writeExports } from "./sections/exports.ts";
import { writeFunctions } from "./sections/functions.ts";
import { writeGlobals } from "./sections/globals.ts";
import { writeImports } from "./sections/imports.ts";
import { writeNames } from "./sections/names.ts";
import { writeStart } from "./sections/start.ts";
import { writeTags } from "./sections/tags.ts";
import { writeTypes } from "./sections/types.ts";

/** How a module is written. */
export interface EncodeOptions {
  /** Whether to add the names of functions, locals, types and fields for debuggers and stack traces. */
  names: boolean;
}

/** A module in binary. */
export interface EncodedModule {
  bytes: Uint8Array;
  /** Where code comes from, by ascending offset in `bytes`. */
  positions: CodePosition[];
}

/** A module that was written from its own form. */
export interface WrittenModule extends EncodedModule {
  /** The functions that it imports and uses, as pairs of module and name, in order. */
  imports: [module: string, name: string][];
}

/** A section's content; false leaves the section out. */
type WriteSection = (out: ByteBuffer, layout: ModuleLayout) => boolean;

/** Encodes what exports, start function and roots of a module need. */
export function encodeModule(module: WasmModule, { names }: EncodeOptions): WrittenModule {
  const layout = layoutModule(module);
  const positions: CodePosition[] = [];
  const out = new ByteBuffer(16_384);
  const content = new ByteBuffer(16_384);
  const section = (id: number, write: WriteSection): void => {
    content.clear();
    if (!write(content, layout)) return;
    out.byte(id);
    out.u32(content.length);
    out.append(content);
  };
  out.fixed32(0x6d73_6100);
  out.fixed32(1);
  section(1, writeTypes);
  section(2, writeImports);
  section(3, writeFunctions);
  section(13, writeTags);
  section(6, writeGlobals);
  section(7, writeExports);
  section(8, writeStart);
  section(9, writeElements);
  section(12, writeDataCount);
  section(10, (target) => writeCode(target, layout, positions));
  const codeStart = out.length - content.length;
  for (const entry of positions) entry.offset += codeStart;
  section(11, writeData);
  if (names) section(0, writeNames);
  const imports = layout.imports.functions.map((item): [string, string] => [item.module, item.base]);
  return { bytes: out.toBytes(), positions, imports };
}

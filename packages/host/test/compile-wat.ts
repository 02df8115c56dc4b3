import type { ModuleEntry, ModuleExport, ValueType } from "@rune/schema";
import binaryen from "binaryen";

/** Compiles WebAssembly text. */
export function compileWat(text: string): WebAssembly.Module {
  return new WebAssembly.Module(assembleWat(text));
}

/** The binary form of WebAssembly text. */
export function assembleWat(text: string): Uint8Array<ArrayBuffer> {
  const module = binaryen.parseText(text);
  module.setFeatures(binaryen.Features.All);
  if (!module.validate()) throw new Error("the module is not valid");
  const bytes = module.emitBinary();
  module.dispose();
  return new Uint8Array(bytes);
}

/** A manifest entry: exports as `name: [parameter types, result]`. */
export function createEntry(
  exports: Record<string, [parameters: ValueType[], result?: ValueType]>,
  rest: Partial<ModuleEntry> = {},
): ModuleEntry {
  return {
    file: "logic/home.wasm",
    kind: "controller",
    abi: "linear",
    exports: Object.entries(exports).map(([name, [parameters, result]]): ModuleExport => {
      const exported = { name, parameters: parameters.map((type, i) => ({ name: `p${i}`, type })) };
      return result === undefined ? exported : { ...exported, result };
    }),
    imports: [],
    features: [],
    capabilities: [],
    limits: { memory_pages: 4 },
    ...rest,
  };
}

/** Memory, an allocator that only counts up, and a count of what was not freed. */
export const allocator = `
  (memory (export "memory") 1 8)
  (global $next (mut i32) (i32.const 1024))
  (global $held (mut i32) (i32.const 0))
  (func (export "rune_alloc") (param $len i32) (result i32)
    (global.set $held (i32.add (global.get $held) (i32.const 1)))
    (global.get $next)
    (global.set $next (i32.add (global.get $next) (local.get $len))))
  (func (export "rune_free") (param i32 i32)
    (global.set $held (i32.sub (global.get $held) (i32.const 1)))
    (global.set $next (i32.const 1024)))
  (func (export "held") (result i32) (global.get $held))`;

import type { ModuleEntry } from "@rune/schema";
import binaryen from "binaryen";

/** A module of a test package. */
export interface TestModule {
  bytes: Uint8Array;
  entry: ModuleEntry;
}

/** Assembles WebAssembly text; the manifest entry says what the test gives it and nothing else. */
export function assembleModule(
  source: string,
  entry: Pick<ModuleEntry, "file" | "exports" | "imports" | "capabilities">,
): TestModule {
  const module = binaryen.parseText(source);
  const bytes = module.emitBinary();
  module.dispose();
  return {
    bytes,
    entry: { kind: "controller", abi: "linear", features: [], limits: { memory_pages: 256 }, ...entry },
  };
}

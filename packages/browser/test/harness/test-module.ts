import type { ModuleEntry } from "@rune/schema";
import binaryen from "binaryen";
import { insertFuel } from "../../../compiler/src/wasm/index.ts";

/** A module of a test package. */
export interface TestModule {
  bytes: Uint8Array;
  entry: ModuleEntry;
}

/** Assembles WebAssembly text and gives it fuel, as a patient attacker would; the manifest entry says what the test gives it and nothing else. */
export function assembleModule(
  source: string,
  entry: Pick<ModuleEntry, "file" | "exports" | "imports" | "capabilities">,
): TestModule {
  const module = binaryen.parseText(source);
  const { bytes } = insertFuel({ bytes: module.emitBinary(), positions: [] });
  module.dispose();
  return {
    bytes,
    entry: { kind: "controller", abi: "linear", features: [], limits: { memory_pages: 256 }, ...entry },
  };
}

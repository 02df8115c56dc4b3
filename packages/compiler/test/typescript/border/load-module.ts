import { createBorder, createJavascriptFunctions, libraryCodecs } from "@rune/host";
import type { StateReader } from "@rune/host";
import type { ModuleInterface } from "@rune/schema";
import ts from "typescript";
import type { CompileTypeScriptOptions } from "../../../src/typescript/compile.ts";
import { compileTypeScript } from "../../../src/typescript/compile.ts";

/** What a module exports; tests use it as its author would. */
// oxlint-disable-next-line typescript/no-explicit-any -- the type of what a source text exports is not known here.
export type Exports = any;

interface Modules {
  Module: new (bytes: Uint8Array, options?: object) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
  JSTag?: object;
}

const host = {
  get_time_ms: () => Date.now(),
  get_random: () => Math.random(),
  log_debug() {},
  log_info() {},
  log_warn() {},
  log_error() {},
};

/** Compiles a source; what it gives makes instances of the module and gives their exports as JavaScript uses them. */
export function compileSource(source: string): () => Exports {
  const start = compileWithReader(source);
  return () => start().exports;
}

/** The same; with what reads the state of an instance. */
export function compileWithReader(
  source: string,
  options?: CompileTypeScriptOptions,
): () => { exports: Exports; reader: StateReader } {
  const { bytes, interface: description } = compile(source, options);
  return startModule(bytes, description);
}

/** Makes instances of a compiled module. */
export function startModule(
  bytes: Uint8Array,
  description: ModuleInterface,
): () => { exports: Exports; reader: StateReader } {
  const { Module, Instance, JSTag } = WebAssembly as unknown as Modules;
  const compiled = new Module(bytes, { builtins: ["js-string"], importedStringConstants: "'" });
  return () => {
    const border = createBorder(description, { library: libraryCodecs });
    const instance = new Instance(compiled, {
      "rune:js": { ...createJavascriptFunctions(), exception: JSTag },
      "rune:host": host,
      "rune:border": border.imports,
      "rune:fuel": { refuel: () => 0x7fff_ffff },
    });
    return { exports: border.open(instance.exports), reader: border.state().reader };
  };
}

/** The bytes and the interface of a compiled source. */
export function compile(
  source: string,
  options?: CompileTypeScriptOptions,
): { bytes: Uint8Array; interface: ModuleInterface } {
  const input = { file: "main.ts", source, readFile: () => undefined };
  const { module, diagnostics } = compileTypeScript(input, options);
  if (!module) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return module;
}

/** The exports of the same source as JavaScript. Modules have state: each `use` has a module of its own. */
export async function loadNative(source: string, use: string): Promise<Exports> {
  const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`${outputText}\n// ${use}`)}`);
}

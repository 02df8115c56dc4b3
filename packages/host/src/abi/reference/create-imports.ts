import type { JavascriptFunctions } from "../../javascript/index.ts";
import type { StringFunctions } from "../../strings/index.ts";
import { FUEL_EXPORT } from "../fuel-names.ts";
import { BORDER_MODULE, JAVASCRIPT_MODULE, REFERENCE_MODULE } from "./names.ts";

/** Module of the functions on strings that engines may provide. */
const STRING_MODULE = "wasm:js-string";
/** Module whose globals are the strings that their names are. */
const CONSTANT_MODULE = "'";

/** Modules that the ABI itself provides. */
const ownModules: ReadonlySet<string> = new Set([
  JAVASCRIPT_MODULE,
  BORDER_MODULE,
  STRING_MODULE,
  CONSTANT_MODULE,
  FUEL_EXPORT,
]);

/** Whether an import belongs to the ABI rather than to the host functions. */
export function isOwnImport({ module }: WebAssembly.ModuleImportDescriptor): boolean {
  return ownModules.has(module);
}

/** Whether a module has been compiled by an engine without functions on strings, which it must then be given. */
export function needsStringFunctions(module: WebAssembly.Module): boolean {
  return WebAssembly.Module.imports(module).some((imported) => imported.module === STRING_MODULE);
}

/** What is behind the imports of a module. */
export interface ReferenceImports {
  /** Functions of `rune:js`. */
  javascript: JavascriptFunctions;
  /** Functions of `rune:host`, which check what they are given. */
  host?: Readonly<Record<string, unknown>>;
  /** Functions on strings, on engines that have none. */
  strings?: StringFunctions;
  /** Functions of `rune:border`, which call functions that the host has passed in. */
  border?: Readonly<Record<string, unknown>>;
  /** What modules with fuel ask for more. */
  fuel?: Readonly<Record<string, unknown>>;
}

/** The import object of a compiled module: what it lists, which is without what the engine provides by itself. */
export function createReferenceImports(
  module: WebAssembly.Module,
  { javascript, host = {}, border = {}, strings = {}, fuel = {} }: ReferenceImports,
): Record<string, Record<string, unknown>> {
  const imports: Record<string, Record<string, unknown>> = {
    // The kind of exception that JavaScript throws, so that guests can catch it.
    [JAVASCRIPT_MODULE]: bare({ ...javascript, exception: WebAssembly.JSTag }),
    [REFERENCE_MODULE]: bare(host),
    [BORDER_MODULE]: bare(border),
    [STRING_MODULE]: bare(strings),
    [FUEL_EXPORT]: bare(fuel),
  };
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from === CONSTANT_MODULE) (imports[from] ??= bare({}))[name] = name;
  }
  return imports;
}

/** Without a prototype: what the module imports by a name such as `constructor` is not what every object has, and `__proto__` is a name like any other. */
function bare(properties: object): Record<string, unknown> {
  return Object.assign(Object.create(null), properties) as Record<string, unknown>;
}

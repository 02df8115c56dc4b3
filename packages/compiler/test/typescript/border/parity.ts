import type { Exports } from "./load-module.ts";
import { compileSource, loadNative } from "./load-module.ts";

/** Ways of using a module, by name; each gives something to compare. */
export type Uses<Module> = Readonly<Record<string, (m: Module) => unknown>>;

/** What each use of a source gives or throws, as the compiled module and as JavaScript. */
export async function observeBoth(source: string, uses: Uses<Exports>): Promise<{ compiled: object; native: object }> {
  const load = compileSource(source);
  const compiled: Record<string, unknown> = {};
  const native: Record<string, unknown> = {};
  for (const [name, use] of Object.entries(uses)) {
    compiled[name] = await outcomeOf(use, load());
    native[name] = await outcomeOf(use, await loadNative(source, name));
  }
  return { compiled, native };
}

async function outcomeOf(use: Uses<Exports>[string], module: Exports): Promise<unknown> {
  try {
    return { value: withoutClasses(await use(module)) };
  } catch (error) {
    const isError = error instanceof Error;
    return { thrown: isError ? [error.constructor.name, error.name, error.message] : withoutClasses(error) };
  }
}

/** The same value, with names instead of classes and functions: each module has its own of those. Orders of properties are kept. */
function withoutClasses(value: unknown, seen: Map<object, unknown> = new Map()): unknown {
  if (typeof value === "function") return { function: value.name };
  if (typeof value !== "object" || value === null) return value;
  const known = seen.get(value);
  if (known) return known;
  if (value instanceof Date || value instanceof RegExp || ArrayBuffer.isView(value)) return value;
  const copy: unknown[] = [];
  seen.set(value, copy);
  const inner = (each: unknown): unknown => withoutClasses(each, seen);
  if (Array.isArray(value)) copy.push("array", ...value.map(inner));
  else if (value instanceof Map || value instanceof Set) copy.push(value.constructor.name, ...[...value].map(inner));
  else copy.push(classNameOf(value), ...Object.entries(value).map(inner));
  return copy;
}

function classNameOf(value: object): string {
  return (Object.getPrototypeOf(value) as object | null)?.constructor.name ?? "none";
}

import type { HostFunction, JavascriptFunction } from "@rune/schema";
import {
  BORDER_MODULE,
  JAVASCRIPT_MODULE,
  REFERENCE_MODULE,
  describeReference,
  javascriptFunctions,
} from "@rune/schema";
import type { ModuleOutline, ReadImport, ValueKind } from "@rune/schema/fuel";
import { FUEL_EXPORT, REFUEL_IMPORT, STRING_CONSTANTS_MODULE, STRING_MODULE } from "@rune/schema/fuel";
import { importRefused } from "./messages.ts";

/** Functions of the host, by name. */
type HostFunctions = Readonly<Record<string, HostFunction>>;

/** The engine's functions on strings that modules may import: parameters, then the result. */
const stringFunctions: Readonly<Record<string, readonly ValueKind[]>> = {
  cast: ["extern", "extern"],
  test: ["extern", "i32"],
  length: ["extern", "i32"],
  charCodeAt: ["extern", "i32", "i32"],
  codePointAt: ["extern", "i32", "i32"],
  fromCharCode: ["i32", "extern"],
  fromCodePoint: ["i32", "extern"],
  substring: ["extern", "i32", "i32", "extern"],
  concat: ["extern", "extern", "extern"],
  equals: ["extern", "extern", "i32"],
  compare: ["extern", "extern", "i32"],
  fromCharCodeArray: ["other", "i32", "i32", "extern"],
  intoCharCodeArray: ["extern", "other", "i32", "i32"],
};

/** Regular expressions run in the host's engine, which nothing can stop. */
const unstoppable = /^regexp_/;

/**
 * Checks that a module imports what it may, with the right types.
 *
 * @throws CodeProblem `module_import_refused`
 */
export function checkModuleImports(outline: ModuleOutline, host: HostFunctions, allowRegexp: boolean): void {
  for (const imported of outline.imports) {
    const reason = refuse(outline, imported, host, allowRegexp);
    if (reason) throw importRefused(imported.module, imported.name, reason);
  }
}

function refuse(
  { types }: ModuleOutline,
  imported: ReadImport,
  host: HostFunctions,
  allowRegexp: boolean,
): string | undefined {
  const { module, name, kind, type } = imported;
  if (module === STRING_CONSTANTS_MODULE) {
    return kind === "global" && !imported.mutable && imported.valueKind === "extern" ? undefined : "not as a constant";
  }
  if (kind === "tag" && module === JAVASCRIPT_MODULE && name === "exception") return undefined;
  if (kind !== "function") return "which is no function";
  // What these take and give, the module's interface says; the host converts it.
  if (module === BORDER_MODULE) return undefined;
  const expected = expectedType(module, name, host);
  if (!expected) return "which does not exist";
  const signature = types[type];
  const actual = signature?.kind === "function" ? [...signature.params, ...signature.results].join() : "";
  if (actual !== expected.join()) return "with another type than it has";
  if (!allowRegexp && module === JAVASCRIPT_MODULE && unstoppable.test(name)) {
    return "and nothing can stop a regular expression. An app that you trust as your own code may have them: mount it with `{ trusted: true }`, or <rune-app trusted>";
  }
  return undefined;
}

function expectedType(module: string, name: string, host: HostFunctions): readonly ValueKind[] | undefined {
  switch (module) {
    case STRING_MODULE:
      return own(stringFunctions, name);
    case FUEL_EXPORT:
      return name === REFUEL_IMPORT ? ["i32", "i32", "i32"] : undefined;
    case JAVASCRIPT_MODULE:
      return kindsOf(own(javascriptFunctions, name));
    case REFERENCE_MODULE: {
      const row = own(host, name);
      return row && kindsOf(describeReference(row));
    }
    default:
      return undefined;
  }
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function kindsOf(row: JavascriptFunction | undefined): ValueKind[] | undefined {
  if (!row) return undefined;
  const types = row.result === undefined ? row.parameters : [...row.parameters, row.result];
  return types.flatMap((type): ValueKind[] => {
    if (type === "callback") return ["func", "extern"];
    if (type === "number") return ["f64"];
    if (type === "long") return ["i64"];
    return [type === "int" || type === "boolean" ? "i32" : "extern"];
  });
}

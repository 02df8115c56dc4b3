import type { Program, Type } from "assemblyscript";
import { compareText } from "@rune/schema";
import type { DataCall } from "./data-calls.ts";
import type { Reporter } from "./diagnostics.ts";
import { dataType } from "./messages.ts";
import type { Project } from "./project.ts";

const MAX_DEPTH = 32;

/**
 * Names the types that were passed as data and cannot become JSON, each where it is passed first. AssemblyScript reports
 * those inside the guest library, where an author has nothing to mend.
 */
export function explainDataTypes({ program, files }: Project, reporter: Reporter, calls: readonly DataCall[]): void {
  const explained = new Set<string>();
  for (const { type, range } of [...calls].sort(compareCalls)) {
    const culprit = findOpaqueType(program, type);
    const name = culprit && nameOf(culprit);
    if (!culprit || name === undefined || explained.has(name)) continue;
    explained.add(name);
    const declared = culprit.getClass()?.declaration.name.range;
    const isOwn = declared !== undefined && files.has(declared.source.normalizedPath);
    reporter.add(dataType(reporter.place(range), name, isOwn ? reporter.place(declared) : undefined));
  }
}

/** The type itself, or that of its items, that cannot become JSON. */
function findOpaqueType(program: Program, given: Type, depth = 0): Type | undefined {
  const type = given.nonNullableType;
  if (type.isIntegerValue || type.isFloatValue || depth > MAX_DEPTH) return undefined;
  const held = type.getClass();
  if (!held) return type;
  if (held.getMember("to_json") || held.internalName === "~lib/rune/json/Json") return undefined;
  if (held.extendsPrototype(program.stringInstance.prototype)) return undefined;
  const [key, value] = held.getTypeArgumentsTo(program.mapPrototype) ?? [];
  if (key && value) return isKey(program, key) ? findOpaqueType(program, value, depth + 1) : type;
  const item =
    held.getTypeArgumentsTo(program.setPrototype)?.[0] ?? (held.isArrayLike ? held.getArrayValueType() : null);
  return item ? findOpaqueType(program, item, depth + 1) : type;
}

function isKey(program: Program, type: Type): boolean {
  return type.isIntegerValue || type === program.stringInstance.type;
}

/** A type's name as an author writes it. */
function nameOf(type: Type): string {
  if (type.getSignature()) return "a function";
  const name = type.toString().replace(/(?:~lib\/)?[\w./~-]+\/(?=\w)/g, "");
  return `\`${name.replaceAll(/\bString\b/g, "string")}\``;
}

function compareCalls(a: DataCall, b: DataCall): number {
  return compareText(a.range.source.normalizedPath, b.range.source.normalizedPath) || a.range.start - b.range.start;
}

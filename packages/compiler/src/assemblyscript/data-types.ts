import { ElementKind } from "./syntax-kinds.ts";
import type { Element, Function } from "assemblyscript";
import type { Reporter } from "./diagnostics.ts";
import { classWithoutJson } from "./messages.ts";
import type { Project } from "./project.ts";

const CONVERSION = "~lib/rune/json/json";

/**
 * Names the author's classes that were passed as data and cannot become JSON. AssemblyScript reports those inside the guest
 * library, where an author has nothing to mend.
 */
export function explainDataTypes({ program, files }: Project, reporter: Reporter): void {
  for (const element of program.instancesByName.values() as Iterable<Element>) {
    if (element.kind !== ElementKind.Function) continue;
    const { prototype, typeArguments } = element as Function;
    if (prototype.internalName !== CONVERSION) continue;
    const type = typeArguments?.[0]?.getClass();
    if (!type || type.getMember("to_json") || !files.has(type.declaration.range.source.normalizedPath)) continue;
    reporter.add(classWithoutJson(reporter.place(type.declaration.name.range), type.name));
  }
}

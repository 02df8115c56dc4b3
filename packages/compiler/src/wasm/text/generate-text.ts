/**
 * Writes modules in the text format of WebAssembly 3.0: for people, and for Binaryen, which reads positions from text only.
 */
import { groupLocals } from "../group-locals.ts";
import { layoutModule } from "../layout.ts";
import type { ModuleLayout } from "../layout.ts";
import type { AnyGlobal, AnyTag, Local, WasmFunction, WasmModule } from "../module.ts";
import { formatInstruction, formatInstructions } from "./format-instruction.ts";
import type { TextCode } from "./format-instruction.ts";
import { formatMutable, formatStorageType, formatType, formatValueTypes } from "./format-types.ts";
import { createIdentifiers, quote, quoteBytes } from "./identifiers.ts";
import { createTextNames, formatTypeUse, identifierOf } from "./text-names.ts";
import type { TextNames } from "./text-names.ts";

/** How the text is written. */
export interface TextOptions {
  /** Whether each instruction stands under a comment with its place in the source, which Binaryen reads. */
  positions: boolean;
}

/** The text of a module, with exactly what `encodeModule` would write. */
export function generateText(module: WasmModule, { positions }: TextOptions): string {
  const layout = layoutModule(module);
  const names = createTextNames(layout);
  const definitions = [
    ...formatTypes(layout, names),
    ...formatImports(layout, names),
    ...formatGlobalsAndTags(layout, names),
    ...formatExports(layout, names),
    ...(module.start ? [`(start ${identifierOf(names.functions, module.start)})`] : []),
    ...formatDeclared(layout, names),
    ...layout.functions.map((item) => formatFunction(layout, names, item, positions)),
    ...layout.data.map((item) => `(data ${identifierOf(names.data, item)} ${quoteBytes(item.bytes)})`),
  ];
  return `(module\n${definitions.join("\n")}\n)\n`;
}

function formatTypes({ typeGroups }: ModuleLayout, names: TextNames): string[] {
  return typeGroups.map((group) => {
    const types = group.map(({ type }) => formatType(names, type));
    return types.length > 1 ? `(rec\n${types.join("\n")}\n)` : types[0]!;
  });
}

function formatImports({ imports }: ModuleLayout, names: TextNames): string[] {
  const format = (item: { module: string; base: string }, what: string): string =>
    `(import ${quote(item.module)} ${quote(item.base)} (${what}))`;
  return [
    ...imports.functions.map((item) =>
      format(item, `func ${identifierOf(names.functions, item)}${formatTypeUse(names, item.type)}`),
    ),
    ...imports.globals.map((item) => format(item, formatGlobalHead(names, item))),
    ...imports.tags.map((item) => format(item, formatTagHead(names, item))),
  ];
}

function formatGlobalsAndTags({ globals, tags }: ModuleLayout, names: TextNames): string[] {
  const code = createTextCode(names, new Map(), false);
  return [
    ...tags.map((item) => `(${formatTagHead(names, item)})`),
    ...globals.map(
      (item) => `(${formatGlobalHead(names, item)}\n${formatInstruction(code, item.initial, undefined, " ")})`,
    ),
  ];
}

function formatGlobalHead(names: TextNames, item: AnyGlobal): string {
  return `global ${identifierOf(names.globals, item)} ${formatMutable(names, item)}`;
}

function formatTagHead(names: TextNames, item: AnyTag): string {
  return `tag ${identifierOf(names.tags, item)}${formatTypeUse(names, { params: item.params, results: [] })}`;
}

function formatDeclared({ declared }: ModuleLayout, names: TextNames): string[] {
  if (declared.length === 0) return [];
  return [`(elem declare func ${declared.map((item) => identifierOf(names.functions, item)).join(" ")})`];
}

function formatFunction(layout: ModuleLayout, names: TextNames, item: WasmFunction, positions: boolean): string {
  const indices = groupLocals(item, layout).indices;
  const locals = createIdentifiers(indices.keys());
  const declare = (keyword: string, local: Local): string =>
    ` (${keyword} ${identifierOf(locals, local)} ${formatStorageType(names, local.type)})`;
  const params = item.params.map((local) => declare("param", local)).join("");
  const others = [...indices.keys()].slice(item.params.length).map((local) => declare("local", local));
  const head = `func ${identifierOf(names.functions, item)}`;
  const type = `${formatTypeUse(names, item.type)}${params}${formatValueTypes(names, "result", item.type.results)}`;
  const body = formatInstructions(createTextCode(names, locals, positions), item.body, item.position, " ");
  // Binaryen's note; others take it for a comment.
  const note = item.calledByHost ? "(@binaryen.js.called)\n" : "";
  return `${note}(${head}${type}${others.join("")}\n${body})`;
}

function formatExports({ functions, globals, tags }: ModuleLayout, names: TextNames): string[] {
  const format = (name: string, kind: string, identifier: string): string =>
    `(export ${quote(name)} (${kind} ${identifier}))`;
  return [
    ...functions.flatMap((item) =>
      (item.exportNames ?? []).map((name) => format(name, "func", identifierOf(names.functions, item))),
    ),
    ...globals.flatMap((item) =>
      item.exportName === undefined ? [] : [format(item.exportName, "global", identifierOf(names.globals, item))],
    ),
    ...tags.flatMap((item) =>
      item.exportName === undefined ? [] : [format(item.exportName, "tag", identifierOf(names.tags, item))],
    ),
  ];
}

function createTextCode(names: TextNames, locals: Map<Local, string>, positions: boolean): TextCode {
  return { names, locals, labels: new Map(), depth: 0, positions };
}

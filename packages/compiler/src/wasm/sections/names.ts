/**
 * Writes names for debuggers and stack traces: the custom section `name`, with the subsections of the extended name section proposal that
 * engines and tools read.
 */
import { ByteBuffer } from "../byte-buffer.ts";
import { groupLocals } from "../group-locals.ts";
import type { ModuleLayout } from "../layout.ts";

/** A subsection's content; false leaves it out. */
type WriteSubsection = (out: ByteBuffer, layout: ModuleLayout) => boolean;

const subsections: readonly [id: number, write: WriteSubsection][] = [
  [0, writeModuleName],
  [1, (out, { functionIndices }) => writeNameMap(out, functionIndices.keys())],
  [2, writeLocalNames],
  [4, writeTypeNames],
  [7, (out, { globalIndices }) => writeNameMap(out, globalIndices.keys())],
  [9, (out, { data }) => writeNameMap(out, data)],
  [10, writeFieldNames],
  [11, (out, { tagIndices }) => writeNameMap(out, tagIndices.keys())],
];

/** Writes the content of the section, with its name. */
export function writeNames(out: ByteBuffer, layout: ModuleLayout): boolean {
  out.name("name");
  const content = new ByteBuffer(1024);
  for (const [id, write] of subsections) {
    content.clear();
    if (!write(content, layout)) continue;
    out.byte(id);
    out.u32(content.length);
    out.append(content);
  }
  return true;
}

function writeModuleName(out: ByteBuffer, { module }: ModuleLayout): boolean {
  if (module.name !== undefined) out.name(debugName(module.name));
  return module.name !== undefined;
}

/** A name as UTF-8 can express it: a property may be called by a lone surrogate. */
function debugName(name: string): string {
  return /[\uD800-\uDFFF]/.test(name) ? name.replaceAll(/\p{Surrogate}/gu, "\uFFFD") : name;
}

/** Names of items in order of their indices. */
function writeNameMap(out: ByteBuffer, items: Iterable<{ name: string }>): boolean {
  const names = Array.from(items, ({ name }) => name);
  out.u32(names.length);
  for (const [index, name] of names.entries()) {
    out.u32(index);
    out.name(debugName(name));
  }
  return names.length > 0;
}

function writeLocalNames(out: ByteBuffer, layout: ModuleLayout): boolean {
  const { functions, imports } = layout;
  out.u32(functions.length);
  for (const [index, item] of functions.entries()) {
    out.u32(imports.functions.length + index);
    writeNameMap(out, groupLocals(item, layout).indices.keys());
  }
  return functions.length > 0;
}

function writeTypeNames(out: ByteBuffer, { sortedTypes }: ModuleLayout): boolean {
  const named = sortedTypes.flatMap(({ type, index }) =>
    type.kind === "function" ? [] : [{ index, name: type.name }],
  );
  out.u32(named.length);
  for (const { index, name } of named) {
    out.u32(index);
    out.name(debugName(name));
  }
  return named.length > 0;
}

function writeFieldNames(out: ByteBuffer, { sortedTypes }: ModuleLayout): boolean {
  const structs = sortedTypes.flatMap(({ type, index }) =>
    type.kind === "struct" ? [{ index, fields: type.fields }] : [],
  );
  out.u32(structs.length);
  for (const { index, fields } of structs) {
    out.u32(index);
    writeNameMap(out, fields);
  }
  return structs.length > 0;
}

import type {
  AnyFunction,
  AnyGlobal,
  AnyTag,
  DataSegment,
  Global,
  Imports,
  Local,
  Tag,
  WasmFunction,
  WasmModule,
} from "./module.ts";
import { findReachable } from "./reachable.ts";
import { checkLimits } from "./limits.ts";
import { groupTypes } from "./type-groups.ts";
import type { TypeEntry, TypeSpace } from "./type-space.ts";
import { functionType } from "./types.ts";
import type { DefinedType } from "./types.ts";

/** What is written, in order, and the index of each. */
export interface ModuleLayout {
  module: WasmModule;
  imports: Imports;
  functions: WasmFunction[];
  globals: Global[];
  tags: Tag[];
  data: DataSegment[];
  types: TypeSpace;
  /** In order of their indices. */
  typeGroups: TypeEntry[][];
  sortedTypes: TypeEntry[];
  functionIndices: Map<AnyFunction, number>;
  globalIndices: Map<AnyGlobal, number>;
  tagIndices: Map<AnyTag, number>;
  dataIndices: Map<DataSegment, number>;
  /** Functions whose references are made in code and which nothing outside of code mentions: the binary must declare them. */
  declared: AnyFunction[];
  /** Parameters and used locals. */
  locals: Map<WasmFunction, Set<Local>>;
}

/**
 * Drops what is not reached and gives the rest its indices.
 *
 * @throws {BeyondLimitError} if no engine would take the module
 */
export function layoutModule(module: WasmModule): ModuleLayout {
  const layout = layoutReached(module);
  checkLimits(layout);
  return layout;
}

function layoutReached(module: WasmModule): ModuleLayout {
  const reachable = findReachable(module);
  const { types } = reachable;
  const imports = {
    functions: module.imports.functions.filter((item) => reachable.functions.has(item)),
    globals: module.imports.globals.filter((item) => reachable.globals.has(item)),
    tags: module.imports.tags.filter((item) => reachable.tags.has(item)),
  };
  const functions = module.functions.filter((item) => reachable.functions.has(item));
  const globals = module.globals.filter((item) => reachable.globals.has(item));
  const tags = module.tags.filter((item) => reachable.tags.has(item));
  const data = module.data.filter((item) => reachable.data.has(item));
  const typeGroups = groupTypes(types, shownTypes(imports, functions, globals, tags));
  const functionIndices = numberItems([...imports.functions, ...functions], reachable.functions);
  return {
    module,
    imports,
    functions,
    globals,
    tags,
    data,
    types,
    typeGroups,
    sortedTypes: typeGroups.flat(),
    functionIndices,
    globalIndices: numberItems([...imports.globals, ...globals], reachable.globals),
    tagIndices: numberItems([...imports.tags, ...tags], reachable.tags),
    dataIndices: numberItems(data, reachable.data),
    declared: [...functionIndices.keys()].filter(
      (item) =>
        reachable.referenced.has(item) &&
        !reachable.referencedByGlobals.has(item) &&
        !("exportNames" in item && item.exportNames?.length),
    ),
    locals: reachable.locals,
  };
}

/** The types of what the host sees. */
function shownTypes(
  imports: Imports,
  functions: readonly WasmFunction[],
  globals: readonly Global[],
  tags: readonly Tag[],
): DefinedType[] {
  return [
    ...imports.functions.map(({ type }) => type),
    ...functions.filter((item) => item.exportNames?.length || item.calledByHost).map(({ type }) => type),
    ...[...imports.globals, ...globals.filter((item) => item.exportName !== undefined)].map(({ type }) =>
      functionType([], [type]),
    ),
    ...[...imports.tags, ...tags].map(({ params }) => functionType(params)),
  ];
}

/** Indices of items; all that are needed must be there. */
function numberItems<T extends { name: string }>(items: readonly T[], needed: ReadonlySet<T>): Map<T, number> {
  const indices = new Map<T, number>();
  for (const item of items) indices.set(item, indices.size);
  for (const item of needed) {
    if (!indices.has(item)) throw new Error(`\`${item.name}\` is used but is not part of the module.`);
  }
  return indices;
}

/** Index of an item. */
export function indexOf<T extends { name: string }>(indices: ReadonlyMap<T, number>, item: T): number {
  const index = indices.get(item);
  if (index === undefined) throw new Error(`\`${item.name}\` has no index here.`);
  return index;
}

/** Finds what a module needs, from what it gives to others: one walk over the trees of all functions that are reached. */
import type { Instruction } from "./instruction.ts";
import type { AnyFunction, AnyGlobal, AnyTag, DataSegment, Local, WasmFunction, WasmModule } from "./module.ts";
import { addHeapType, addMentionedType, addType, createTypeSpace } from "./type-space.ts";
import type { TypeSpace } from "./type-space.ts";
import { functionType } from "./types.ts";

/** Everything that must be written. */
export interface Reachable {
  functions: Set<AnyFunction>;
  globals: Set<AnyGlobal>;
  tags: Set<AnyTag>;
  data: Set<DataSegment>;
  types: TypeSpace;
  /** Functions whose references are made in the bodies of functions. */
  referenced: Set<AnyFunction>;
  /** Functions whose references are made in the initial values of globals. */
  referencedByGlobals: Set<AnyFunction>;
  /** The parameters and the used locals of each function, in order of first use. */
  locals: Map<WasmFunction, Set<Local>>;
}

interface Walk extends Reachable {
  /** Functions whose bodies are still to be walked. */
  queue: WasmFunction[];
  currentLocals: Set<Local>;
  inGlobal: boolean;
}

/** Walks from exports, start function and roots. */
export function findReachable(module: WasmModule): Reachable {
  const walk: Walk = {
    functions: new Set(),
    globals: new Set(),
    tags: new Set(),
    data: new Set(),
    types: createTypeSpace(),
    referenced: new Set(),
    referencedByGlobals: new Set(),
    locals: new Map(),
    queue: [],
    currentLocals: new Set(),
    inGlobal: false,
  };
  for (const item of module.functions) if (item.exportNames?.length) reachFunction(walk, item);
  for (const item of module.globals) if (item.exportName !== undefined) reachGlobal(walk, item);
  for (const item of module.tags) if (item.exportName !== undefined) reachTag(walk, item);
  if (module.start) reachFunction(walk, module.start);
  for (const root of module.roots ?? []) {
    if ("params" in root && !("body" in root)) reachTag(walk, root);
    else if ("mutable" in root) reachGlobal(walk, root);
    else reachFunction(walk, root);
  }
  for (let next = 0; next < walk.queue.length; next++) walkFunction(walk, walk.queue[next]!);
  return walk;
}

function walkFunction(walk: Walk, item: WasmFunction): void {
  const locals = new Set(item.params);
  walk.locals.set(item, locals);
  walk.currentLocals = locals;
  visitAll(walk, item.body);
  for (const { type } of locals) addMentionedType(walk.types, type);
}

function reachFunction(walk: Walk, item: AnyFunction): void {
  if (walk.functions.has(item)) return;
  walk.functions.add(item);
  addType(walk.types, item.type);
  if ("body" in item) walk.queue.push(item);
}

function reachGlobal(walk: Walk, item: AnyGlobal): void {
  if (walk.globals.has(item)) return;
  walk.globals.add(item);
  addMentionedType(walk.types, item.type);
  if (!("initial" in item)) return;
  const outer = walk.inGlobal;
  walk.inGlobal = true;
  visit(walk, item.initial);
  walk.inGlobal = outer;
}

function reachTag(walk: Walk, item: AnyTag): void {
  if (walk.tags.has(item)) return;
  walk.tags.add(item);
  addType(walk.types, functionType(item.params));
}

function visitAll(walk: Walk, instructions: readonly Instruction[]): void {
  for (let index = 0; index < instructions.length; index++) visit(walk, instructions[index]!);
}

function visit(walk: Walk, instruction: Instruction): void {
  visitAll(walk, instruction.operands);
  switch (instruction.kind) {
    case "local":
      walk.currentLocals.add(instruction.local);
      return;
    case "global":
      return reachGlobal(walk, instruction.global);
    case "function":
      reachFunction(walk, instruction.function);
      if (instruction.op === "ref.func") {
        (walk.inGlobal ? walk.referencedByGlobals : walk.referenced).add(instruction.function);
      }
      return;
    case "array_data":
      walk.data.add(instruction.data);
      return addType(walk.types, instruction.type);
    case "array_copy":
      addType(walk.types, instruction.source);
      return addType(walk.types, instruction.type);
    case "call_ref":
    case "struct":
    case "field":
    case "array":
    case "array_fixed":
      return addType(walk.types, instruction.type);
    case "null":
      return addHeapType(walk.types, instruction.heap);
    case "cast":
      return addMentionedType(walk.types, instruction.target);
    case "branch_cast":
      addMentionedType(walk.types, instruction.from);
      return addMentionedType(walk.types, instruction.to);
    case "select":
      if (instruction.type) addMentionedType(walk.types, instruction.type);
      return;
    case "throw":
      return reachTag(walk, instruction.tag);
    case "block":
      visitResults(walk, instruction);
      return visitAll(walk, instruction.body);
    case "if":
      visitResults(walk, instruction);
      visitAll(walk, instruction.body);
      return visitAll(walk, instruction.otherwise);
    case "try":
      visitResults(walk, instruction);
      for (const { tag } of instruction.catches) if (tag) reachTag(walk, tag);
      return visitAll(walk, instruction.body);
    default:
  }
}

function visitResults(
  walk: Walk,
  { result, results }: Extract<Instruction, { label: unknown; result: unknown }>,
): void {
  if (results) addType(walk.types, functionType([], results));
  else if (result) addMentionedType(walk.types, result);
}

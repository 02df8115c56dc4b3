import type { Instruction, Label } from "../../../wasm/index.ts";
import {
  brIf,
  call,
  createLocal,
  drop,
  externref,
  i32,
  ifElse,
  localGet,
  localSet,
  op,
  select,
  structGet,
} from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode } from "../../infer/index.ts";
import { NULLISH, STRING, closerOf, kindsOf, objectsOf, siteOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import { elementAt } from "../array-access.ts";
import type { Value } from "../coerce.ts";
import { describe, fail, presentOr, textValue } from "../expressions/failures.ts";
import { generateMethodCall } from "../expressions/method-call.ts";
import { readPropertyOfValue } from "../expressions/property.ts";
import { generateTruth, isNullish, isObjectOf } from "../expressions/tests.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { pointOf } from "../scanned-texts.ts";
import { CHARACTER_REPRESENTATION, EXTERN_REPRESENTATION, reference, valueType } from "../representation.ts";

/** One way to iterate. */
export interface Variant {
  /** Whether the iterable is of this sort. */
  test(): Instruction;
  begin: Instruction[];
  /** Puts the next value into the element, or branches to `end`. */
  advance(end: Label): Instruction[];
  /** Tells the iterator that no more is wanted. */
  close: Instruction[] | undefined;
}

/** Ways to iterate over a value; `element` receives the values. */
export function iterate(
  f: FunctionGenerator,
  iterable: Expression,
  element: ReturnType<typeof createLocal>,
  wanted: Representation,
): { setup: Instruction[]; variants: Variant[] } {
  const node = f.node(iterable);
  const complain = (): Instruction[] => fail(f, "throwNotIterable", textValue(f, describe(iterable)));
  const given = presentOr(f, f.value(iterable), complain);
  const local = createLocal("iterable", valueType(given.representation));
  const source: Value = { ...given, code: localGet(local) };
  const variants: Variant[] = [];
  const others: AbstractObject[] = [];
  for (const object of node ? objectsOf(node) : []) {
    if (object.type === "array") variants.push(overArray(f, source, object, element, wanted));
    else others.push(object);
  }
  if (others.length > 0) variants.push(overIterator(f, iterable, source, others, element, wanted));
  if (node && kindsOf(node) & STRING) variants.push(overString(f, source, element, wanted));
  const setup = [localSet(local, given.code)];
  if (node && kindsOf(node) & ~(STRING | NULLISH)) setup.push(...unlessOneFits(variants, complain()));
  return { setup, variants };
}

/** Complains of a value that can be iterated over in none of the ways. */
function unlessOneFits(variants: readonly Variant[], complaint: Instruction[]): Instruction[] {
  const [first, ...rest] = variants;
  if (!first) return complaint;
  const fits = rest.reduce((either, variant) => op("i32.or", either, variant.test()), first.test());
  return [ifElse(op("i32.eqz", fits), complaint)];
}

/** The code of the one variant, or of that which fits. */
export function choose(variants: readonly Variant[], code: (variant: Variant) => Instruction[]): Instruction[] {
  const [first, ...rest] = variants;
  if (!first) return [{ kind: "plain", op: "unreachable", operands: [] }];
  if (rest.length === 0) return code(first);
  return [ifElse(first.test(), code(first), choose(rest, code))];
}

function overArray(
  f: FunctionGenerator,
  source: Value,
  object: Extract<AbstractObject, { type: "array" }>,
  element: ReturnType<typeof createLocal>,
  wanted: Representation,
): Variant {
  const layout = f.program.layouts.array(object);
  const array = createLocal("array", { kind: "ref", nullable: true, heap: layout.struct });
  const index = createLocal("index", "i32");
  return {
    test: () => isObjectOf(f, source, [object]),
    begin: [localSet(array, f.convert(source, reference(layout.struct))), localSet(index, i32(0))],
    advance: (end) => [
      brIf(end, op("i32.ge_u", localGet(index), structGet(layout.struct, 0, localGet(array)))),
      localSet(
        element,
        f.convert(
          {
            code: elementAt(layout, localGet(array), localGet(index)),
            representation: layout.element,
            kinds: kindsOf(object.element),
          },
          wanted,
        ),
      ),
      localSet(index, op("i32.add", localGet(index), i32(1))),
    ],
    close: undefined,
  };
}

function overString(
  f: FunctionGenerator,
  source: Value,
  element: ReturnType<typeof createLocal>,
  wanted: Representation,
): Variant {
  const { imports, runtime } = f.program;
  const text = createLocal("text", externref);
  const index = createLocal("index", "i32");
  const point = createLocal("point", "i32");
  return {
    test: () => (source.representation.type === "any" ? runtime.isString(source.code) : i32(1)),
    begin: [localSet(text, f.convert(source, EXTERN_REPRESENTATION)), localSet(index, i32(0))],
    advance: (end) => [
      brIf(end, op("i32.ge_u", localGet(index), call(imports.string("length"), localGet(text)))),
      localSet(point, pointOf(f, call(imports.string("charCodeAt"), localGet(text), localGet(index)), text, index)),
      localSet(
        index,
        op("i32.add", localGet(index), select(i32(2), i32(1), op("i32.ge_u", localGet(point), i32(0x10000)))),
      ),
      localSet(
        element,
        f.convert({ code: localGet(point), representation: CHARACTER_REPRESENTATION, kinds: STRING }, wanted),
      ),
    ],
    close: undefined,
  };
}

function overIterator(
  f: FunctionGenerator,
  expression: Expression,
  source: Value,
  objects: readonly AbstractObject[],
  element: ReturnType<typeof createLocal>,
  wanted: Representation,
): Variant {
  const { analysis } = f.program;
  const { instance } = f.generated;
  const iterators = analysis.place(instance, siteOf(expression, "iterators"));
  const held = f.representationOf(iterators);
  const iterator = createLocal("iterator", valueType(held));
  const iteratorValue = (): Value => ({ code: localGet(iterator), representation: held, kinds: kindsOf(iterators) });
  const made = generateMethodCall(f, {
    expression,
    site: siteOf(expression, "iterator"),
    object: source,
    node: f.node(expression)!,
    only: objects,
    name: "@@iterator",
    arguments: [],
    result: iterators,
  });
  return {
    test: () => isObjectOf(f, source, objects),
    begin: [localSet(iterator, made)],
    advance: (end) => advanceIterator(f, expression, iterators, iteratorValue, element, wanted, end),
    close: closeIterator(f, expression, iterators, iteratorValue),
  };
}

function advanceIterator(
  f: FunctionGenerator,
  expression: Expression,
  iterators: FlowNode,
  iterator: () => Value,
  element: ReturnType<typeof createLocal>,
  wanted: Representation,
  end: Label,
): Instruction[] {
  const { analysis, layouts } = f.program;
  const { instance } = f.generated;
  const fast = objectsOf(iterators).filter((object) => usesStep(f, object));
  const slow = objectsOf(iterators).filter((object) => !usesStep(f, object));
  const code: Instruction[][] = [];
  for (const object of fast) {
    if (object.type !== "instance") continue;
    const step = generateMethodCall(f, {
      expression,
      site: siteOf(expression, "step"),
      object: iterator(),
      node: iterators,
      only: [object],
      name: "step",
      arguments: [],
      result: undefined,
    });
    const struct = layouts.struct(object);
    const current = layouts.field(object, "current");
    code.push([
      brIf(end, op("i32.eqz", step)),
      ...(current
        ? [
            localSet(
              element,
              f.convert(
                f.valueOf(structGet(struct, current.index, f.convert(iterator(), reference(struct))), current.node),
                wanted,
              ),
            ),
          ]
        : []),
    ]);
  }
  if (slow.length > 0) {
    const results = analysis.place(instance, siteOf(expression, "results"));
    const held = f.representationOf(results);
    const result = createLocal("result", valueType(held));
    const resultValue = (): Value => ({ code: localGet(result), representation: held, kinds: kindsOf(results) });
    const next = generateMethodCall(f, {
      expression,
      site: siteOf(expression, "next"),
      object: iterator(),
      node: iterators,
      only: slow,
      name: "next",
      arguments: [],
      result: results,
    });
    const doneNode = analysis.place(instance, siteOf(expression, "done"));
    const elements = analysis.place(instance, siteOf(expression, "element"));
    const done = readPropertyOfValue(f, expression, resultValue(), results, "done", doneNode);
    const value = readPropertyOfValue(f, expression, resultValue(), results, "value", elements);
    code.push([
      localSet(result, next),
      brIf(end, generateTruth(f, f.valueOf(done, doneNode), doneNode)),
      localSet(element, f.convert(f.valueOf(value, elements), wanted)),
    ]);
  }
  return pick(f, iterator, [...fast.map((object) => [object]), ...(slow.length > 0 ? [slow] : [])], code);
}

function pick(
  f: FunctionGenerator,
  iterator: () => Value,
  groups: AbstractObject[][],
  code: Instruction[][],
): Instruction[] {
  const [group, ...others] = groups;
  const [first, ...rest] = code;
  if (!group || !first) return [{ kind: "plain", op: "unreachable", operands: [] }];
  if (others.length === 0) return first;
  return [ifElse(isObjectOf(f, iterator(), group), first, pick(f, iterator, others, rest))];
}

/** Whether a loop advances an iterator by the library's own protocol. */
function usesStep(f: FunctionGenerator, object: AbstractObject): boolean {
  return object.type === "instance" && object.class.definition.library && f.program.hasMethod(object, "step");
}

function closeIterator(
  f: FunctionGenerator,
  expression: Expression,
  iterators: FlowNode,
  iterator: () => Value,
): Instruction[] | undefined {
  const closable = objectsOf(iterators).filter(
    (object) => f.program.hasMethod(object, "return") || (object.type === "shape" && object.fields.has("return")),
  );
  if (closable.length === 0) return undefined;
  const groups: AbstractObject[][] = [];
  const code: Instruction[][] = [];
  for (const name of ["@@close", "return"] as const) {
    const group = closable.filter((object) => closerOf(f.program.analysis, object) === name);
    if (group.length === 0) continue;
    const call = {
      expression,
      site: siteOf(expression, "return"),
      object: iterator(),
      node: iterators,
      only: group,
      name,
      arguments: [],
    };
    const close = drop(generateMethodCall(f, { ...call, result: undefined }));
    groups.push(group);
    code.push(name === "return" ? closeIfWanted(f, expression, iterators, iterator, close) : [close]);
  }
  const closing = pick(f, iterator, groups, code);
  return closable.length === objectsOf(iterators).length
    ? closing
    : [ifElse(isObjectOf(f, iterator(), closable), closing)];
}

/** Closes an iterator that may do without. */
function closeIfWanted(
  f: FunctionGenerator,
  expression: Expression,
  iterators: FlowNode,
  iterator: () => Value,
  close: Instruction,
): Instruction[] {
  const closers = f.program.analysis.place(f.generated.instance, siteOf(expression, "closers"));
  if ((kindsOf(closers) & NULLISH) === 0) return [close];
  const read = readPropertyOfValue(f, expression, iterator(), iterators, "return", closers);
  return [ifElse(op("i32.eqz", isNullish(f, f.valueOf(read, closers))), [close])];
}

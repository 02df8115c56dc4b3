import type { Instruction, Label, Local } from "../../../wasm/index.ts";
import { brIf, createLocal, drop, ifElse, localGet, localSet, op, structGet } from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode } from "../../infer/index.ts";
import { NULLISH, closerOf, kindsOf, objectsOf, siteOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { generateMethodCall } from "../expressions/method-call.ts";
import { readPropertyOfValue } from "../expressions/property.ts";
import { generateTruth, isNullish, isObjectOf } from "../expressions/tests.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { reference, valueType } from "../representation.ts";
import type { IterationVariant } from "./iteration-variant.ts";
import { choose } from "./iteration-variant.ts";

/** Iterates by the methods of iterators that a method of the iterable gives. */
export function overIterator(
  f: FunctionGenerator,
  expression: Expression,
  source: Value,
  objects: readonly AbstractObject[],
  element: Local,
  wanted: Representation,
): IterationVariant {
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
  element: Local,
  wanted: Representation,
  end: Label,
): Instruction[] {
  const { analysis, layouts } = f.program;
  const { instance } = f.generated;
  const fast = objectsOf(iterators).filter((object) => usesStep(f, object));
  const slow = objectsOf(iterators).filter((object) => !usesStep(f, object));
  const ways: Way[] = [];
  const isOneOf = (objects: AbstractObject[]) => (): Instruction => isObjectOf(f, iterator(), objects);
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
    const code = [
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
    ];
    ways.push({ test: isOneOf([object]), code });
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
    const code = [
      localSet(result, next),
      brIf(end, generateTruth(f, f.valueOf(done, doneNode), doneNode)),
      localSet(element, f.convert(f.valueOf(value, elements), wanted)),
    ];
    ways.push({ test: isOneOf(slow), code });
  }
  return chooseWay(ways);
}

/** What is done with iterators that are one of some objects. */
interface Way {
  test(): Instruction;
  code: Instruction[];
}

function chooseWay(ways: readonly Way[]): Instruction[] {
  return choose(ways, ({ code }) => code);
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
  const ways: Way[] = [];
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
    ways.push({
      test: () => isObjectOf(f, iterator(), group),
      code: name === "return" ? closeIfWanted(f, expression, iterators, iterator, close) : [close],
    });
  }
  const closing = chooseWay(ways);
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

import type { Instruction, Local } from "../../../wasm/index.ts";
import {
  brIf,
  call,
  createLocal,
  externref,
  i32,
  ifElse,
  localGet,
  localSet,
  op,
  select,
  structGet,
} from "../../../wasm/index.ts";
import type { AbstractObject } from "../../infer/index.ts";
import { NULLISH, STRING, isIterable, isSure, kindsOf, objectsOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import { elementAt } from "../array-access.ts";
import type { Value } from "../coerce.ts";
import { describe, fail, presentOr, textValue } from "../expressions/failures.ts";
import { isObjectOf } from "../expressions/tests.ts";
import { typeOf } from "../expressions/type-of.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { pointOf } from "../scanned-texts.ts";
import { CHARACTER_REPRESENTATION, EXTERN_REPRESENTATION, reference, valueType } from "../representation.ts";
import type { IterationVariant } from "./iteration-variant.ts";
import { overIterator } from "./over-iterator.ts";

/** Ways to iterate over a value; `element` receives the values. */
export function iterate(
  f: FunctionGenerator,
  iterable: Expression,
  element: Local,
  wanted: Representation,
): { setup: Instruction[]; variants: IterationVariant[] } {
  const node = f.node(iterable);
  const objects = node ? objectsOf(node) : [];
  const given = presentOr(f, f.value(iterable), () => failNotIterable(f, iterable));
  const local = createLocal("iterable", valueType(given.representation));
  const source: Value = { ...given, code: localGet(local) };
  const variants: IterationVariant[] = [];
  const others: AbstractObject[] = [];
  for (const object of objects) {
    if (object.type === "array") variants.push(overArray(f, source, object, element, wanted));
    else if (isIterable(f.program.analysis, object)) others.push(object);
  }
  const isFit = others.length + variants.length === objects.length;
  if (others.length > 0) variants.push(overIterator(f, iterable, source, others, element, wanted));
  if (node && kindsOf(node) & STRING) variants.push(overString(f, source, element, wanted));
  const setup = [localSet(local, given.code)];
  if (!isFit || (node && kindsOf(node) & ~(STRING | NULLISH))) {
    setup.push(...unlessOneFits(variants, failNotIterable(f, iterable, source)));
  }
  return { setup, variants };
}

/** What the library is given has no name that the author knows. */
function failNotIterable(f: FunctionGenerator, iterable: Expression, value?: Value): Instruction[] {
  if (!isSure(f.generated.instance)) return fail(f, "throwNotIterable", textValue(f, describe(iterable)));
  if (!value) return fail(f, "throwNotIterableValue", textValue(f, "undefined"));
  const type = { code: typeOf(f, value, f.node(iterable)), representation: EXTERN_REPRESENTATION, kinds: STRING };
  return fail(f, "throwNotIterableValue", type);
}

/** Complains of a value that can be iterated over in none of the ways. */
function unlessOneFits(variants: readonly IterationVariant[], complaint: Instruction[]): Instruction[] {
  const [first, ...rest] = variants;
  if (!first) return complaint;
  const fits = rest.reduce((either, variant) => op("i32.or", either, variant.test()), first.test());
  return [ifElse(op("i32.eqz", fits), complaint)];
}

function overArray(
  f: FunctionGenerator,
  source: Value,
  object: Extract<AbstractObject, { type: "array" }>,
  element: Local,
  wanted: Representation,
): IterationVariant {
  const layout = f.program.layouts.arrays.of(object);
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

function overString(f: FunctionGenerator, source: Value, element: Local, wanted: Representation): IterationVariant {
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

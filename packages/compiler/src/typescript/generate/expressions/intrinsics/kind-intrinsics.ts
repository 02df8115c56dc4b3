import type { Instruction } from "../../../../wasm/index.ts";
import {
  block,
  createLabel,
  createLocal,
  drop,
  i32,
  localGet,
  localSet,
  op,
  refCast,
  refNull,
} from "../../../../wasm/index.ts";
import { kindTestOf, kindTests, kindsOf, objectsOf } from "../../../infer/index.ts";
import { intrinsics } from "../../../ir/index.ts";
import { strictEquals } from "../../any-tests.ts";
import type { Value } from "../../coerce.ts";
import { undefinedAs } from "../../coerce.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import { valueType } from "../../representation.ts";
import { isKind, isObjectOf, knownTest } from "../tests.ts";
import type { Intrinsic, IntrinsicGenerators } from "./arguments.ts";
import { any, argument, boolean, host } from "./arguments.ts";

/** Those that give what they are given: what of it they let pass is known to the analysis. */
const passing = Object.keys(intrinsics).filter((name) => intrinsics[name]?.from === "argument");

/** What a value is, and values seen as what they were found to be. */
export const kindIntrinsics: IntrinsicGenerators = {
  $same: (f, e) => boolean(strictEquals(f.program.runtime, any(f, e, 0), any(f, e, 1))),
  $sameObject: (f, e) => boolean(op("ref.eq", guestObject(f, e, 0), guestObject(f, e, 1))),
  $reachesItself: known,
  $hasMore: known,
  $never: () => boolean(i32(0)),
  $nothing: (f, e) => ({ code: undefinedAs(f.representation(e)), representation: f.representation(e), kinds: 0 }),
  ...Object.fromEntries([...Object.keys(kindTests), "$isInstance"].map((name) => [name, kindTest])),
  ...Object.fromEntries(passing.map((name) => [name, (f, e): Value => f.value(argument(e, 0))])),
};

/** A test whether a value is of a kind. */
function kindTest(f: FunctionGenerator, expression: Intrinsic): Value {
  const { test, tested } = kindTestOf(f.program.analysis.library, expression)!;
  const known = knownTest(f, expression);
  const value = f.value(tested);
  if (known !== undefined) return boolean(block(createLabel("test"), "i32", [drop(value.code), i32(known ? 1 : 0)]));
  const node = f.node(tested)!;
  const objects = objectsOf(node).filter((object) => test.object(object));
  const local = createLocal("tested", valueType(value.representation));
  const again = (): Value => ({ ...value, code: localGet(local) });
  const tests: Instruction[] = [];
  if (test.kinds & kindsOf(node)) tests.push(isKind(f, again(), test.kinds));
  if (objects.length > 0) tests.push(isObjectOf(f, again(), objects));
  const combined = tests.reduce((first, second) => op("i32.or", first, second), i32(0));
  return boolean(
    block(createLabel("test"), "i32", [localSet(local, value.code), tests.length === 1 ? tests[0]! : combined]),
  );
}

/** The object that a handle was given for. */
function guestObject(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return refCast(refNull("eq"), op("any.convert_extern", host(f, expression, index)));
}

/** What is known of all objects that a value can be. */
function known(f: FunctionGenerator, expression: Intrinsic): Value {
  const { code } = f.value(argument(expression, 0));
  return boolean(block(createLabel("test"), "i32", [drop(code), i32(knownTest(f, expression) ? 1 : 0)]));
}

import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  createLabel,
  createLocal,
  drop,
  i32,
  ifElse,
  localGet,
  localSet,
  op,
  structGet,
} from "../../../wasm/index.ts";
import type { AbstractObject, ClassObject, FlowNode } from "../../infer/index.ts";
import { HOST, canonical, isClassLike, kindsOf, objectsOf } from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { BOOLEAN_REPRESENTATION, reference, valueType } from "../representation.ts";
import { classNeedsValue } from "./class.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { fail } from "./failures.ts";
import { isObjectOf } from "./tests.ts";

/** Whether a value is an instance of a class; of several that the class may be, which it is shows when the program runs. */
export function generateInstanceOf(f: FunctionGenerator, expression: ExpressionOf<"binary">): Instruction {
  const { left, right } = expression;
  const classes = f.node(right) ? objectsOf(f.node(right)!).filter((object) => object.type === "class") : [];
  const value = f.value(left);
  const node = f.node(left)!;
  const [only] = classes;
  const asked = askable(f, right);
  if (asked) return askEach(f, asked, value, node, classes);
  const isConstant = classes.length <= 1 && !(only && classNeedsValue(f, only));
  if (isConstant) return isInstanceOf(f, value, node, only, undefined);
  return askEach(f, f.value(right), value, node, classes);
}

/** The right side, if it need not be something that can be asked about: then the program fails. */
function askable(f: FunctionGenerator, right: Expression): Value | undefined {
  const given = f.value(right);
  const objects = f.node(right) ? objectsOf(f.node(right)!) : [];
  const fit = objects.filter(isClassLike);
  if ((given.kinds & ~HOST) === 0 && fit.length === objects.length) return undefined;
  const type = valueType(given.representation);
  const local = createLocal("class", type);
  const again: Value = { ...given, code: localGet(local) };
  const code = block(createLabel("class"), type, [
    localSet(local, given.code),
    ifElse(f.isObject(again, fit), [], fail(f, "throwNotClass")),
    localGet(local),
  ]);
  return { ...given, code };
}

/** Whether a value is an instance of what the right side is. */
function askEach(
  f: FunctionGenerator,
  right: Value,
  value: Value,
  node: FlowNode,
  classes: readonly ClassObject[],
): Instruction {
  const kept = f.keep(value.code, value.representation);
  const cases = classes.map((object): DispatchCase => ({
    objects: [object],
    kind: 0,
    code: (given) => isInstanceOf(f, { ...value, code: kept.again() }, node, object, given),
  }));
  const code = cases.length === 0 ? after(right, i32(0)) : dispatch(f, right, cases, BOOLEAN_REPRESENTATION);
  return block(createLabel("instanceof"), "i32", [kept.set, code]);
}

/** `made`: the class, if it is known when the program runs only. */
function isInstanceOf(
  f: FunctionGenerator,
  value: Value,
  node: FlowNode,
  classObject: ClassObject | undefined,
  made: Value | undefined,
): Instruction {
  const all = objectsOf(node);
  const matching = all.filter((object) => matches(object, classObject));
  if (matching.length === 0) return after(made, block(createLabel("instanceof"), "i32", [drop(value.code), i32(0)]));
  if (made && classObject && classNeedsValue(f, classObject)) {
    const kept = f.keep(value.code, value.representation);
    const again = (): Value => ({ ...value, code: kept.again() });
    const own = f.keep(made.code, made.representation);
    const test = instanceTest(f, again(), matching, all);
    const isSame = isOfMade(f, again(), matching, classObject, { ...made, code: own.again() });
    return block(createLabel("instanceof"), "i32", [own.set, kept.set, ifElse(test, [isSame], [i32(0)], "i32")]);
  }
  const others = all.length - matching.length + (kindsOf(node) === 0 ? 0 : 1);
  if (others === 0) return after(made, block(createLabel("instanceof"), "i32", [drop(value.code), i32(1)]));
  if (value.representation.type === "reference" && all.length === matching.length) {
    return after(made, op("i32.eqz", op("ref.is_null", value.code)));
  }
  return after(made, instanceTest(f, value, matching, all));
}

function after(made: Value | undefined, code: Instruction): Instruction {
  return made ? block(createLabel("instanceof"), "i32", [drop(made.code), code]) : code;
}

/** Whether instances of a class that is made anew are of this one. */
function isOfMade(
  f: FunctionGenerator,
  value: Value,
  matching: readonly AbstractObject[],
  classObject: ClassObject,
  made: Value,
): Instruction {
  const { layouts } = f.program;
  const cases = matching.flatMap((object): DispatchCase[] => {
    const place = object.type === "instance" ? layouts.classField(object, classObject) : undefined;
    if (!place) return [];
    const self = reference(place.struct);
    const own = reference(layouts.classes.struct(classObject));
    const code = (given: Value): Instruction =>
      op("ref.eq", structGet(place.struct, place.index, f.convert(given, self)), f.convert(made, own));
    return [{ objects: [object], kind: 0, code }];
  });
  return dispatch(f, value, cases, BOOLEAN_REPRESENTATION);
}

function matches(object: AbstractObject, classObject: ClassObject | undefined): boolean {
  if (!classObject) return false;
  const { definition } = classObject;
  const name = definition.library ? definition.name : undefined;
  if (object.type === "array") return name === "Array" || name === "Object";
  if (object.type === "function" || object.type === "hostFunction" || object.type === "class") {
    return name === "Function" || name === "Object";
  }
  if (name === "Object") return true;
  if (object.type !== "instance") return false;
  for (let at: ClassObject | undefined = canonical(object.class); at; at = at.base && canonical(at.base)) {
    if (at === classObject) return true;
  }
  return false;
}

/** Tests for structs; one that others extend which do not match needs those excluded. */
function instanceTest(
  f: FunctionGenerator,
  value: Value,
  matching: ReturnType<typeof objectsOf>,
  all: ReturnType<typeof objectsOf>,
): Instruction {
  const { layouts } = f.program;
  const local = createLocal("tested", valueType(value.representation));
  const again: Value = { ...value, code: localGet(local) };
  const others = all.filter((object) => !matching.includes(object));
  const hidden = others.filter((object) => matching.some((match) => layouts.isBelow(object, match)));
  const test = isObjectOf(f, again, matching);
  const exact = hidden.length === 0 ? test : op("i32.and", test, op("i32.eqz", isObjectOf(f, again, hidden)));
  return block(createLabel("instanceof"), "i32", [localSet(local, value.code), exact]);
}

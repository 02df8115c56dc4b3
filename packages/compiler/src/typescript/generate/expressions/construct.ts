import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  createLabel,
  createLocal,
  drop,
  ifElse,
  localGet,
  localSet,
  op,
  structNew,
  unreachable,
} from "../../../wasm/index.ts";
import type { AbstractObject, ClassObject, InstanceObject, Site } from "../../infer/index.ts";
import { NULLISH, canonical, objectsOf, partOf, siteOf, siteOn } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { reference, valueType } from "../representation.ts";
import { callFunctionValue } from "./call-value.ts";
import { classChain } from "./class.ts";
import type { CallArgument } from "./direct-call.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { describe, fail, presentOr, textValue } from "./failures.ts";
import { keep } from "./method-call.ts";
import { isObjectOf } from "./tests.ts";
import { argumentsOf } from "./arguments.ts";

/** `new callee(…)` */
export function generateNew(f: FunctionGenerator, expression: ExpressionOf<"new">): Instruction {
  const node = f.node(expression.callee);
  const wanted = f.representation(expression);
  const callee = f.value(expression.callee);
  const classes = node ? objectsOf(node).filter((object) => object.type === "class") : [];
  const args = argumentsOf(f, expression.arguments);
  if (!node) return dispatch(f, callee, [], wanted);
  const cases = classes.map((target): DispatchCase => ({
    objects: [target],
    kind: 0,
    code: (value) => makeInstance(f, expression, target, value, args, wanted),
  }));
  const checked = onlyClass(f, expression, callee, classes);
  const isName = expression.callee.op === "get" || expression.callee.op === "library";
  if (isName && checked.code === callee.code) return dispatch(f, checked, cases, wanted);
  // A class that captures nothing is made without looking at the value, which has to be evaluated all the same.
  const local = createLocal("callee", valueType(checked.representation));
  return block(createLabel("new"), valueType(wanted), [
    localSet(local, checked.code),
    dispatch(f, { ...checked, code: localGet(local) }, cases, wanted),
  ]);
}

/** The value that is constructed, if it is a class; else the program fails. */
function onlyClass(
  f: FunctionGenerator,
  { callee: expression }: ExpressionOf<"new">,
  callee: Value,
  classes: readonly AbstractObject[],
): Value {
  const complain = (): Instruction[] => fail(f, "throwNotConstructor", textValue(f, describe(expression)));
  const all = objectsOf(f.node(expression)!);
  if (all.length === classes.length && (callee.kinds & ~NULLISH) === 0) return presentOr(f, callee, complain);
  const type = valueType(callee.representation);
  const local = createLocal("callee", type);
  const again: Value = { ...callee, code: localGet(local) };
  const test = op("i32.eqz", isObjectOf(f, again, classes));
  const body = [localSet(local, callee.code), ifElse(test, complain()), localGet(local)];
  return { ...callee, code: block(createLabel("callee"), type, body), kinds: 0 };
}

function makeInstance(
  f: FunctionGenerator,
  expression: ExpressionOf<"new">,
  classObject: ClassObject,
  callee: Value,
  args: readonly CallArgument[],
  wanted: Representation,
): Instruction {
  const site = siteOf(expression);
  if (targetsOf(f, partOf(site, "@@call")).some(({ on }) => on === classObject)) {
    return callFunctionValue(f, {
      site,
      callee,
      objects: [classObject],
      receiver: undefined,
      arguments: args,
      wanted,
      name: classObject.definition.name,
    });
  }
  const made = objectsOf(f.node(expression)!).find(
    (object): object is InstanceObject => object.type === "instance" && canonical(object.class) === classObject,
  );
  // A class that the analysis has found not to be constructed here, such as `Function`, which makes nothing from text.
  if (!made) return block(createLabel("nothing"), valueType(wanted), [drop(callee.code), unreachable()]);
  return f.convert(construct(f, siteOf(expression, "new"), made, classObject, callee, args), wanted);
}

/** Makes an instance and runs its constructors. */
export function construct(
  f: FunctionGenerator,
  site: Site,
  object: InstanceObject,
  classObject: ClassObject,
  callee: Value | undefined,
  args: readonly CallArgument[],
): Value {
  const struct = f.program.layouts.struct(object);
  const representation = reference(struct);
  const local = createLocal(classObject.definition.name, valueType(representation));
  const made: Value = { code: localGet(local), representation, kinds: 0 };
  const { setup, initial } = initialFields(f, object, classObject, callee);
  const body = [
    ...setup,
    localSet(local, structNew(struct, ...initial)),
    ...runConstructor(f, site, classObject, made, args),
    localGet(local),
  ];
  return { ...made, code: block(createLabel("new"), valueType(representation), body) };
}

/** What the fields of an instance hold at first: its classes, where they are made anew, and nothing else. */
function initialFields(
  f: FunctionGenerator,
  object: InstanceObject,
  classObject: ClassObject,
  callee: Value | undefined,
): { setup: Instruction[]; initial: Instruction[] } {
  const { layouts } = f.program;
  const struct = layouts.struct(object);
  const initial = struct.fields.map((): Instruction => ({ kind: "null", op: "ref.null", operands: [], heap: "none" }));
  for (const { index, node } of layouts.fields(object)) initial[index] = undefinedAs(layouts.of(node));
  if (!callee) return { setup: [], initial };
  const { setup, values } = classChain(f, classObject, callee);
  for (const [at, { code }] of values) {
    const place = layouts.classField(object, at);
    if (place) initial[place.index] = code;
  }
  return { setup, initial };
}

/** Runs the constructor of a class, or of the nearest class that it inherits one from, and the field initialisers on the way. */
export function runConstructor(
  f: FunctionGenerator,
  site: Site,
  classObject: ClassObject,
  made: Value,
  args: readonly CallArgument[],
): Instruction[] {
  const { definition, base } = classObject;
  const call = (at: Site, given: readonly CallArgument[]): Instruction[] => {
    const target = targetsOf(f, at)[0];
    return target ? [drop(callInstance(f, target.instance, { receiver: made, arguments: given }).code)] : [];
  };
  const initialize = call(siteOn(partOf(site, " fields"), classObject), []);
  if (base && definition.construct) return call(siteOn(site, classObject), args);
  if (base) return [...runConstructor(f, site, canonical(base), made, args), ...initialize];
  if (!definition.construct) return [...args.map((argument) => drop(argument.value().code)), ...initialize];
  const before: Instruction[] = [];
  const given = initialize.length === 0 ? args : args.map((argument) => keep(argument, before));
  return [...before, ...initialize, ...call(siteOn(site, classObject), given)];
}

/** `super(…)` */
export function generateSuperCall(f: FunctionGenerator, expression: ExpressionOf<"superCall">): Instruction {
  const node = f.variableNode(expression.receiver);
  const receiver = f.valueOf(f.variables.read(expression.receiver), node);
  const args = argumentsOf(f, expression.arguments);
  const wanted = f.representation(expression);
  const site = siteOf(expression, "super");
  const object = objectsOf(node).find((candidate) => candidate.type === "instance");
  const own = object && declaringClass(object.class, expression.class);
  if (!own) return undefinedAs(wanted);
  const again = (): Value => ({ ...receiver, code: f.variables.read(expression.receiver) });
  const call = targetsOf(f, siteOn(partOf(site, " fields"), own))[0];
  const initialize = call ? [drop(callInstance(f, call.instance, { receiver: again(), arguments: [] }).code)] : [];
  const body = own.base ? runConstructor(f, site, canonical(own.base), again(), args) : [];
  return block(createLabel("super"), valueType(wanted), [...body, ...initialize, undefinedAs(wanted)]);
}

/** The class object of a class in the chain of another. */
export function declaringClass(from: ClassObject, definition: ClassObject["definition"]): ClassObject | undefined {
  for (let at: ClassObject | undefined = canonical(from); at; at = at.base && canonical(at.base)) {
    if (at.definition === definition) return at;
  }
  return undefined;
}

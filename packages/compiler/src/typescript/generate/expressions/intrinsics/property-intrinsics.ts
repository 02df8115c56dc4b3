import type { Instruction, StructType } from "../../../../wasm/index.ts";
import { block, createLabel, drop, structGet, structNew, structSet } from "../../../../wasm/index.ts";
import { STRING, UNDEFINED, isDictionary, lookUpMethod, objectsOf, siteOf } from "../../../infer/index.ts";
import type { Value } from "../../coerce.ts";
import { undefinedAs } from "../../coerce.ts";
import { moreField } from "../../property-places.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import type { Representation } from "../../representation.ts";
import {
  ANY_REPRESENTATION,
  BOOLEAN_REPRESENTATION,
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  reference,
  valueType,
} from "../../representation.ts";
import { tellAnyChanged } from "../changed.ts";
import { callInstance, targetsOf } from "../direct-call.ts";
import { writeNamed } from "../named-members.ts";
import type { DispatchCase } from "../dispatch.ts";
import { dispatch } from "../dispatch.ts";
import type { Intrinsic, IntrinsicGenerators } from "./arguments.ts";
import { argument, int, text } from "./arguments.ts";
import { eachProperty, eachSymbol } from "./each-property.ts";
import type { DictionaryMethod, FlowNode } from "../../../infer/index.ts";

/** Properties by names that are only known at run time. */
export const propertyIntrinsics: IntrinsicGenerators = {
  $propertyCount: (f, e) =>
    onProperties(
      f,
      e,
      INTEGER_REPRESENTATION,
      "count",
      (target, object) => f.program.dynamic.count(target, object),
      [],
    ),
  $propertyName: (f, e) =>
    onProperties(
      f,
      e,
      EXTERN_REPRESENTATION,
      "nameAt",
      (target, object) => f.program.dynamic.name(target, object, int(f, e, 1)),
      [1],
    ),
  $propertyValue: (f, e) =>
    onProperties(
      f,
      e,
      ANY_REPRESENTATION,
      "valueAt",
      (target, object) => f.program.dynamic.value(target, object, int(f, e, 1)),
      [1],
    ),
  $getProperty: (f, e) =>
    onProperties(
      f,
      e,
      ANY_REPRESENTATION,
      "get",
      (target, object) => f.program.dynamic.get(target, object, text(f, e, 1)),
      [1],
    ),
  $hasOwn: (f, e) =>
    onProperties(
      f,
      e,
      BOOLEAN_REPRESENTATION,
      "has",
      (target, object) => f.program.dynamic.has(target, object, text(f, e, 1)),
      [1],
    ),
  $deleteProperty: (f, e) =>
    onProperties(
      f,
      e,
      BOOLEAN_REPRESENTATION,
      "delete",
      (target, object) => f.program.dynamic.remove(target, object, text(f, e, 1)),
      [1],
    ),
  $setProperty(f, e) {
    const made = onProperties(
      f,
      e,
      ANY_REPRESENTATION,
      "set",
      (target, object) => {
        const on = { code: object, representation: reference(f.program.layouts.struct(target)), kinds: 0 };
        const key = (): Value => ({ code: text(f, e, 1), representation: EXTERN_REPRESENTATION, kinds: STRING });
        return block(createLabel("set"), valueType(ANY_REPRESENTATION), [
          ...writeNamed(f, { expression: e, target, object: () => on, key, isNumber: false }, () =>
            f.value(argument(e, 2)),
          ),
          undefinedAs(ANY_REPRESENTATION),
        ]);
      },
      [1, 2],
    );
    return [drop(made.code)];
  },
  $plainLike(f, e) {
    const [made] = objectsOf(f.node(e)!);
    if (made?.type !== "shape") throw new Error("$plainLike makes a plain object");
    const { layouts, order } = f.program;
    const struct = layouts.struct(made);
    const held = reference(struct);
    const fields = layouts.fields(made).map(({ node }) => undefinedAs(layouts.of(node)));
    const code = structNew(struct, ...fields);
    const given = argument(e, 0);
    const sources = objectsOf(f.node(given)!);
    if (!order.has(made) || !sources.includes(made) || sources.length > 1) {
      return { code, representation: held, kinds: 0 };
    }
    const copy = f.keep(code, held);
    const copied = [copy.set, ...order.copy(made, f.valueAs(given, held), copy.again()), copy.again()];
    return { code: block(createLabel("like"), valueType(held), copied), representation: held, kinds: 0 };
  },
  $more(f, e) {
    const held = f.representationOf(f.node(e)!);
    const code = onMoreField(f, e, held, (struct, { index, node }, object) =>
      f.convert(f.valueOf(structGet(struct, index, object), node), held),
    );
    return { code, representation: held, kinds: -1 };
  },
  $setMore(f, e) {
    const code = onMoreField(f, e, ANY_REPRESENTATION, (struct, { index, node }, object) =>
      block(createLabel("set"), valueType(ANY_REPRESENTATION), [
        structSet(struct, index, object, f.convert(f.value(argument(e, 1)), f.representationOf(node))),
        undefinedAs(ANY_REPRESENTATION),
      ]),
    );
    return [drop(code)];
  },
  $changed(f, e) {
    const given = argument(e, 0);
    return tellAnyChanged(f, f.value(given), objectsOf(f.node(given)!));
  },
  $eachProperty: eachProperty,
  $eachSymbol: eachSymbol,
};

/** Works on the field of an object for properties that it has no field for; what has none gives `undefined`. */
function onMoreField(
  f: FunctionGenerator,
  expression: Intrinsic,
  held: Representation,
  use: (struct: StructType, place: { index: number; node: FlowNode }, object: Instruction) => Instruction,
): Instruction {
  const { layouts } = f.program;
  const given = argument(expression, 0);
  const node = f.node(given);
  const cases = (node ? objectsOf(node) : []).map((object): DispatchCase => {
    const place = moreField(layouts, object);
    const struct = layouts.held(object) as StructType;
    const absent = (value: Value): Instruction =>
      block(createLabel("none"), valueType(held), [drop(value.code), undefinedAs(held)]);
    return {
      objects: [object],
      kind: 0,
      code: (value) => (place ? use(struct, place, f.convert(value, reference(struct))) : absent(value)),
    };
  });
  return dispatch(f, f.value(given), cases, held);
}

/** Code for an object's properties by name: of structs, or by the methods of dictionaries. */
function onProperties(
  f: FunctionGenerator,
  expression: Intrinsic,
  held: Representation,
  method: DictionaryMethod,
  code: (target: Parameters<FunctionGenerator["program"]["dynamic"]["count"]>[0], object: Instruction) => Instruction,
  passed: readonly number[],
): Value {
  const given = argument(expression, 0);
  const node = f.node(given);
  const cases: DispatchCase[] = [];
  for (const object of node ? objectsOf(node) : []) {
    if (object.type !== "instance" && object.type !== "shape") continue;
    if (isDictionary(object)) {
      const target = targetsOf(f, siteOf(expression, method)).find(({ on }) => on === object);
      if (!target || !lookUpMethod(f.program.analysis, object, method, "method")) continue;
      const args = passed.map((index) => ({ value: () => f.value(argument(expression, index)), spreads: undefined }));
      cases.push({
        objects: [object],
        kind: 0,
        code: (receiver) => f.convert(callInstance(f, target.instance, { receiver, arguments: args }), held),
      });
    } else {
      const struct = f.program.layouts.struct(object);
      cases.push({ objects: [object], kind: 0, code: (value) => code(object, f.convert(value, reference(struct))) });
    }
  }
  return {
    code: dispatch(f, f.value(given), cases, held),
    representation: held,
    kinds: held.type === "any" ? -1 : UNDEFINED,
  };
}

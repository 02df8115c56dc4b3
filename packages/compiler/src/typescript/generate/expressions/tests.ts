import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  call,
  createLabel,
  createLocal,
  drop,
  f64,
  i32,
  i64,
  ifElse,
  localGet,
  localSet,
  localTee,
  op,
  ref,
  refTest,
} from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode, Kinds } from "../../infer/index.ts";
import {
  BIGINT,
  BOOLEAN,
  HOST,
  NULL,
  NULLISH,
  NUMBER,
  STRING,
  SYMBOL,
  UNDEFINED,
  kindTestOf,
  kindsOf,
  objectsOf,
} from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import { isTruthy } from "../any-tests.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { elementBits } from "./element-bits.ts";
import { isNonZero } from "../bigints.ts";
import { moreField } from "../property-places.ts";
import { reachesItself } from "../reachability.ts";
import { NULL_BITS, NULL_BOOLEAN, UNDEFINED_BITS, UNDEFINED_BOOLEAN, UNDEFINED_CHARACTER } from "../representation.ts";

/** Whether a value is one of these objects. */
export function isObjectOf(f: FunctionGenerator, value: Value, objects: readonly AbstractObject[]): Instruction {
  if (value.representation.type !== "any" && value.representation.type !== "reference") {
    return block(createLabel("test"), "i32", [drop(value.code), i32(0)]);
  }
  const structs = [...new Set(objects.map((object) => f.program.layouts.held(object)))];
  const [first, ...rest] = structs;
  if (!first) return i32(0);
  if (rest.length === 0) return refTest(ref(first), value.code);
  const local = createLocal("tested", { kind: "ref", nullable: true, heap: "any" });
  return rest.reduce<Instruction>(
    (test, struct) => op("i32.or", test, refTest(ref(struct), localGet(local))),
    refTest(ref(first), localTee(local, value.code)),
  );
}

/** Whether a value is of a kind. */
export function isKind(f: FunctionGenerator, value: Value, kind: Kinds): Instruction {
  const { code, representation, kinds } = value;
  const { runtime } = f.program;
  switch (representation.type) {
    case "number":
      if (kind === UNDEFINED) return op("i64.eq", op("i64.reinterpret_f64", code), i64(UNDEFINED_BITS));
      if (kind === NULL) return op("i64.eq", op("i64.reinterpret_f64", code), i64(NULL_BITS));
      if (kind !== NUMBER) return constant(code, 0);
      if ((kinds & NULLISH) === 0) return constant(code, 1);
      return op(
        "i64.gt_u",
        op("i64.sub", op("i64.reinterpret_f64", code), i64(UNDEFINED_BITS)),
        i64(NULL_BITS - UNDEFINED_BITS),
      );
    case "integer":
    case "long":
      return constant(code, kind === NUMBER ? 1 : 0);
    case "boolean":
      if (kind === BOOLEAN) return op("i32.lt_u", code, i32(UNDEFINED_BOOLEAN));
      if (kind === UNDEFINED) return op("i32.eq", code, i32(UNDEFINED_BOOLEAN));
      return kind === NULL ? op("i32.eq", code, i32(NULL_BOOLEAN)) : constant(code, 0);
    case "character":
      if (kind === UNDEFINED) return op("i32.eq", code, i32(UNDEFINED_CHARACTER));
      if (kind !== STRING) return constant(code, 0);
      return (kinds & UNDEFINED) === 0 ? constant(code, 1) : op("i32.ne", code, i32(UNDEFINED_CHARACTER));
    case "extern":
      if (kind === UNDEFINED || kind === NULL) {
        return representation.absent === (kind === NULL ? "null" : "undefined")
          ? op("ref.is_null", code)
          : constant(code, 0);
      }
      return (kinds & kind) === 0 ? constant(code, 0) : op("i32.eqz", op("ref.is_null", code));
    case "word":
      return constant(code, kind === BIGINT ? 1 : 0);
    case "bigint":
      if (kind === UNDEFINED) return op("ref.is_null", code);
      return kind === BIGINT ? op("i32.eqz", op("ref.is_null", code)) : constant(code, 0);
    case "reference":
      if (kind === UNDEFINED || kind === NULL) {
        return representation.absent === (kind === NULL ? "null" : "undefined")
          ? op("ref.is_null", code)
          : constant(code, 0);
      }
      return constant(code, 0);
    case "any":
      return (kind === BIGINT || kind === SYMBOL) && (kinds & FOREIGN) === kind
        ? isForeign(code)
        : isKindOfAny(f, code, kind, runtime);
  }
}

/** Kinds that are no structs and no small integers where anything can be. */
const FOREIGN = STRING | BIGINT | SYMBOL | HOST;

/** Whether any value is one of JavaScript's. */
function isForeign(code: Instruction): Instruction {
  const local = createLocal("tested", { kind: "ref", nullable: true, heap: "any" });
  return op("i32.eqz", op("i32.or", op("ref.is_null", localTee(local, code)), refTest(ref("eq"), localGet(local))));
}

function isKindOfAny(
  f: FunctionGenerator,
  code: Instruction,
  kind: Kinds,
  runtime: FunctionGenerator["program"]["runtime"],
): Instruction {
  switch (kind) {
    case UNDEFINED:
      return op("ref.is_null", code);
    case NULL:
      return runtime.isSpecial(code, "null");
    case BOOLEAN:
      return runtime.isSpecial(code, "boolean");
    case NUMBER:
      return runtime.isNumber(code);
    case STRING:
      return runtime.isString(code);
    case BIGINT:
      return isHostType(f, code, "bigint");
    case SYMBOL:
      return isHostType(f, code, "symbol");
    default:
      return isOpaque(f, code);
  }
}

function isHostType(f: FunctionGenerator, code: Instruction, type: string): Instruction {
  const { imports } = f.program;
  const local = createLocal("tested", { kind: "ref", nullable: true, heap: "any" });
  return ifElse(
    op("i32.or", op("ref.is_null", localTee(local, code)), refTest(ref("eq"), localGet(local))),
    [i32(0)],
    [
      call(
        imports.string("equals"),
        call(imports.javascript("host_typeof"), op("extern.convert_any", localGet(local))),
        f.text(type),
      ),
    ],
    "i32",
  );
}

/** Whether any value is a JavaScript object or function. */
function isOpaque(f: FunctionGenerator, code: Instruction): Instruction {
  const local = createLocal("tested", { kind: "ref", nullable: true, heap: "any" });
  return ifElse(
    op("i32.or", op("ref.is_null", localTee(local, code)), refTest(ref("eq"), localGet(local))),
    [i32(0)],
    [op("i32.eqz", f.program.runtime.isString(localGet(local)))],
    "i32",
  );
}

function constant(code: Instruction, value: number): Instruction {
  if (code.operands.length === 0 && code.kind === "local") return i32(value);
  return block(createLabel("test"), "i32", [drop(code), i32(value)]);
}

/** Whether a value counts as true. */
export function generateTruth(f: FunctionGenerator, value: Value, node: FlowNode | undefined): Instruction {
  const { code, representation, kinds } = value;
  switch (representation.type) {
    case "boolean":
      return (kinds & NULLISH) === 0 ? code : op("i32.eq", code, i32(1));
    case "integer":
      return op("i32.ne", code, i32(0));
    case "long":
    case "word":
      return op("i64.ne", code, i64(0n));
    case "character":
      return op("i32.ge_s", code, i32(0));
    case "number":
      return op("f64.gt", op("f64.abs", code), f64(0));
    case "reference":
      return op("i32.eqz", op("ref.is_null", code));
    case "bigint":
      return isNonZero(f.program.runtime, code);
    case "extern":
      if (kinds & STRING) return isNonEmpty(f, code, (kinds & NULLISH) !== 0);
      if (kinds & (BIGINT | HOST)) return truthOfHost(f, code);
      return op("i32.eqz", op("ref.is_null", code));
    case "any": {
      const onlyObjects = node && (kindsOf(node) & ~UNDEFINED) === 0 && objectsOf(node).length > 0;
      return onlyObjects ? op("i32.eqz", op("ref.is_null", code)) : isTruthy(f.program.runtime, code);
    }
  }
}

function isNonEmpty(f: FunctionGenerator, code: Instruction, nullable: boolean): Instruction {
  const length = f.program.imports.string("length");
  if (!nullable) return op("i32.ne", call(length, code), i32(0));
  const local = createLocal("text", { kind: "ref", nullable: true, heap: "extern" });
  return ifElse(
    op("ref.is_null", localTee(local, code)),
    [i32(0)],
    [op("i32.ne", call(length, localGet(local)), i32(0))],
    "i32",
  );
}

function truthOfHost(f: FunctionGenerator, code: Instruction): Instruction {
  const local = createLocal("tested", { kind: "ref", nullable: true, heap: "extern" });
  return ifElse(
    op("ref.is_null", localTee(local, code)),
    [i32(0)],
    [call(f.program.imports.javascript("host_truthy"), localGet(local))],
    "i32",
  );
}

/** An expression as the condition of a branch. */
export function generateTest(f: FunctionGenerator, test: Expression): Instruction {
  if (test.op === "unary" && test.operator === "!") return op("i32.eqz", generateTest(f, test.operand));
  if (test.op === "logical" && test.operator !== "??") {
    const left = generateTest(f, test.left);
    const right = f.node(test.right) ? generateTest(f, test.right) : undefined;
    if (!right) return left;
    return test.operator === "&&" ? ifElse(left, [right], [i32(0)], "i32") : ifElse(left, [i32(1)], [right], "i32");
  }
  const bits = elementBits(f, test);
  if (bits) return op("i32.ne", bits, i32(0));
  return generateTruth(f, f.value(test), f.node(test));
}

/** What a test of a value's kind gives, where all that can come is of that kind, or nothing is. */
export function knownTest(f: FunctionGenerator, test: Expression): boolean | undefined {
  if (test.op === "boolean") return test.value;
  if (test.op === "unary" && test.operator === "!") {
    const known = knownTest(f, test.operand);
    return known === undefined ? undefined : !known;
  }
  if (test.op === "intrinsic" && test.name === "$never") return false;
  if (test.op === "intrinsic" && test.name === "$reachesItself") {
    const node = test.arguments[0] && f.node(test.arguments[0]);
    return node !== undefined && objectsOf(node).some((object) => reachesItself(object));
  }
  if (test.op === "intrinsic" && test.name === "$hasMore") {
    const node = test.arguments[0] && f.node(test.arguments[0]);
    return node !== undefined && objectsOf(node).some((object) => moreField(f.program.layouts, object) !== undefined);
  }
  const found = kindTestOf(f.program.analysis.library, test);
  const node = found && f.node(found.tested);
  if (!found || !node) return undefined;
  const { test: kindTest } = found;
  const kinds = kindsOf(node);
  const objects = objectsOf(node);
  const some = (kinds & kindTest.kinds) !== 0 || objects.some((object) => kindTest.object(object));
  const others = (kinds & ~kindTest.kinds) !== 0 || objects.some((object) => !kindTest.object(object));
  if (some && others) return undefined;
  return some;
}

/** Whether a value is `undefined` or `null`. */
export function isNullish(f: FunctionGenerator, value: Value): Instruction {
  const { code, representation } = value;
  switch (representation.type) {
    case "extern":
    case "bigint":
    case "reference":
      return op("ref.is_null", code);
    case "boolean":
      return op("i32.ge_u", code, i32(UNDEFINED_BOOLEAN));
    case "character":
      return op("i32.eq", code, i32(UNDEFINED_CHARACTER));
    case "integer":
    case "long":
    case "word":
      return constant(code, 0);
    case "number":
      return op(
        "i64.le_u",
        op("i64.sub", op("i64.reinterpret_f64", code), i64(UNDEFINED_BITS)),
        i64(NULL_BITS - UNDEFINED_BITS),
      );
    case "any": {
      if ((value.kinds & NULL) === 0) return op("ref.is_null", code);
      const local = createLocal("tested", { kind: "ref", nullable: true, heap: "any" });
      return block(createLabel("nullish"), "i32", [
        localSet(local, code),
        op("i32.or", op("ref.is_null", localGet(local)), f.program.runtime.isSpecial(localGet(local), "null")),
      ]);
    }
  }
}

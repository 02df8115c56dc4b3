import type {
  Global,
  Instruction,
  Local,
  StructType,
  Tag,
  ValueType,
  WasmFunction,
  WasmModule,
} from "../../wasm/index.ts";
import {
  anyref,
  block,
  brOnCast,
  brOnNull,
  call,
  createLabel,
  createLocal,
  drop,
  f64Bits,
  field,
  functionType,
  globalGet,
  i32,
  i64,
  ifElse,
  localGet,
  localSet,
  nullValue,
  op,
  ref,
  refCast,
  refTest,
  ret,
  structGet,
  structNew,
  structType,
} from "../../wasm/index.ts";
import type { ImportTable } from "./imports.ts";
import { NULL_BITS, NULL_BOOLEAN, UNDEFINED_BITS } from "./representation.ts";

/** Functions that compiled code calls, each made when first asked for, and the structs of boxed values. */
export class Runtime {
  readonly number: StructType = structType("number", [field("value", "f64", false)]);
  /** `true`, `false` and `null` where anything can be: three globals. */
  readonly special: StructType = structType("special", [field("value", "i32", false)]);
  #module: WasmModule;
  readonly imports: ImportTable;
  #functions = new Map<string, WasmFunction>();
  #globals = new Map<string, Global>();
  #tag: Tag | undefined;

  constructor(module: WasmModule, imports: ImportTable) {
    this.#module = module;
    this.imports = imports;
  }

  /** The kind of exception that carries what was thrown. */
  tag(): Tag {
    if (!this.#tag) {
      this.#tag = { name: "thrown", params: [anyref] };
      this.#module.tags.push(this.#tag);
    }
    return this.#tag;
  }

  /** `true` (1), `false` (0) or `null` (3) as any value. */
  specialValue(value: 0 | 1 | 3): Instruction {
    const name = value === NULL_BOOLEAN ? "null" : value === 1 ? "true" : "false";
    const initial = structNew(this.special, i32(value));
    return globalGet(this.sharedGlobal(name, () => ({ name, type: ref(this.special), mutable: false, initial })));
  }

  /** A global made when first asked for. */
  sharedGlobal(name: string, make: () => Global): Global {
    let global = this.#globals.get(name);
    if (!global) {
      this.#globals.set(name, (global = make()));
      this.#module.globals.push(global);
    }
    return global;
  }

  /** A number as any value: small integers unboxed, `undefined` and `null` as what they are. */
  box(value: Instruction, nullish: boolean): Instruction {
    return call(nullish ? this.#boxNullish() : this.#boxNumber(), value);
  }

  #boxNumber(): WasmFunction {
    return this.once("box", ["f64"], [anyref], (define, value) => {
      const integer = define("integer", "i32");
      return [
        localSet(integer, op("i32.trunc_sat_f64_s", localGet(value))),
        ifElse(
          op(
            "i32.and",
            op(
              "i64.eq",
              op("i64.reinterpret_f64", op("f64.convert_i32_s", localGet(integer))),
              op("i64.reinterpret_f64", localGet(value)),
            ),
            op("i32.eq", op("i32.shr_s", op("i32.shl", localGet(integer), i32(1)), i32(1)), localGet(integer)),
          ),
          [ret(op("ref.i31", localGet(integer)))],
        ),
        structNew(this.number, localGet(value)),
      ];
    });
  }

  #boxNullish(): WasmFunction {
    const box = this.#boxNumber();
    return this.once("box nullish", ["f64"], [anyref], (_define, value) => [
      ifElse(op("i64.eq", op("i64.reinterpret_f64", localGet(value)), i64(UNDEFINED_BITS)), [ret(nullValue("none"))]),
      ifElse(op("i64.eq", op("i64.reinterpret_f64", localGet(value)), i64(NULL_BITS)), [
        ret(this.specialValue(NULL_BOOLEAN)),
      ]),
      call(box, localGet(value)),
    ]);
  }

  /** A boxed number, `undefined` or `null` as a number. */
  unbox(value: Instruction): Instruction {
    const make = (): WasmFunction =>
      this.once("unbox", [anyref], ["f64"], (_define, value) => {
        const small = createLabel("small");
        const boxed = createLabel("boxed");
        const absent = createLabel("undefined");
        return [
          block(absent, undefined, [
            op(
              "f64.convert_i32_s",
              op(
                "i31.get_s",
                block(small, ref("i31"), [
                  ret(
                    structGet(
                      this.number,
                      0,
                      block(boxed, ref(this.number), [
                        brOnNull(absent, localGet(value)),
                        brOnCast(small, ref("any"), ref("i31"), nothing()),
                        brOnCast(boxed, ref("any"), ref(this.number), nothing()),
                        drop(nothing()),
                        ret(f64Bits(NULL_BITS)),
                      ]),
                    ),
                  ),
                ]),
              ),
            ),
            ret(nothing()),
          ]),
          f64Bits(UNDEFINED_BITS),
        ];
      });
    return call(make(), value);
  }

  /** A boolean as any value. */
  boxBoolean(value: Instruction): Instruction {
    const make = (): WasmFunction =>
      this.once("box boolean", ["i32"], [anyref], (_define, value) => [
        ifElse(op("i32.eqz", localGet(value)), [ret(this.specialValue(0))]),
        ifElse(op("i32.eq", localGet(value), i32(1)), [ret(this.specialValue(1))]),
        ifElse(op("i32.eq", localGet(value), i32(NULL_BOOLEAN)), [ret(this.specialValue(NULL_BOOLEAN))]),
        nullValue("none"),
      ]);
    return call(make(), value);
  }

  /** Any value that is a boolean, `undefined` or `null` as a boolean. */
  unboxBoolean(value: Instruction): Instruction {
    const make = (): WasmFunction =>
      this.once("unbox boolean", [anyref], ["i32"], (_define, value) => [
        ifElse(op("ref.is_null", localGet(value)), [ret(i32(2))]),
        structGet(this.special, 0, refCast(ref(this.special), localGet(value))),
      ]);
    return call(make(), value);
  }

  /** A reference whose null means `null`, as any value. */
  nullToAny(value: Instruction): Instruction {
    const make = (): WasmFunction =>
      this.once("null to any", [anyref], [anyref], (_define, value) => [
        ifElse(op("ref.is_null", localGet(value)), [ret(this.specialValue(NULL_BOOLEAN))]),
        localGet(value),
      ]);
    return call(make(), value);
  }

  /** Any value, with `null` as the null reference. */
  anyToNull(value: Instruction): Instruction {
    const make = (): WasmFunction =>
      this.once("any to null", [anyref], [anyref], (_define, value) => [
        ifElse(refTest(ref(this.special), localGet(value)), [ret(nullValue("none"))]),
        localGet(value),
      ]);
    return call(make(), value);
  }

  /** Whether any value is a number. */
  isNumber(value: Instruction): Instruction {
    const make = (): WasmFunction =>
      this.once("is number", [anyref], ["i32"], (_define, value) => [
        op("i32.or", refTest(ref("i31"), localGet(value)), refTest(ref(this.number), localGet(value))),
      ]);
    return call(make(), value);
  }

  /** Whether any value is `true`, `false` or (with 3) `null`. */
  isSpecial(value: Instruction, wanted: "boolean" | "null"): Instruction {
    const make = (): WasmFunction =>
      this.once(`is ${wanted}`, [anyref], ["i32"], (_define, value) => [
        ifElse(op("i32.eqz", refTest(ref(this.special), localGet(value))), [ret(i32(0))]),
        op(
          wanted === "null" ? "i32.eq" : "i32.ne",
          structGet(this.special, 0, refCast(ref(this.special), localGet(value))),
          i32(NULL_BOOLEAN),
        ),
      ]);
    return call(make(), value);
  }

  /** Whether any value is a string. */
  isString(value: Instruction): Instruction {
    return call(this.imports.string("test"), op("extern.convert_any", value));
  }

  /** Makes a global that never changes. */
  global(name: string, type: ValueType, initial: Instruction): Global {
    const made: Global = { name, type, mutable: false, initial };
    this.#module.globals.push(made);
    return made;
  }

  /** A function made when first asked for. */
  once(
    name: string,
    params: ValueType[],
    results: ValueType[],
    body: (define: (name: string, type: ValueType) => Local, ...params: [Local, ...Local[]]) => Instruction[],
  ): WasmFunction {
    let made = this.#functions.get(name);
    if (!made) {
      const locals = params.map((type, index) => createLocal(`p${index}`, type));
      made = { name, type: functionType(params, results), params: locals, body: [] };
      this.#functions.set(name, made);
      this.#module.functions.push(made);
      made.body = body(createLocal, ...(locals as [Local, ...Local[]]));
    }
    return made;
  }
}

/** What the instruction before has left on the stack. */
function nothing(): Instruction {
  return { kind: "plain", op: "nop", operands: [] };
}

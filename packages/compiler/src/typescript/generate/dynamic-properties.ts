import type { Instruction, Local, WasmFunction } from "../../wasm/index.ts";
import {
  anyref,
  call,
  createLocal,
  externref,
  functionType,
  i32,
  ifElse,
  localGet,
  nullValue,
  op,
  refNull,
  ret,
  structGet,
  structSet,
  unreachable,
} from "../../wasm/index.ts";
import type { FlowNode, InstanceObject, ShapeObject } from "../infer/index.ts";
import { UNDEFINED, canonical, kindsOf } from "../infer/index.ts";
import { coerce, undefinedAs } from "./coerce.ts";
import type { ProgramGenerator } from "./program-generator.ts";
import type { PropertyPlace } from "./property-places.ts";
import { propertyPlaces } from "./property-places.ts";
import { ANY_REPRESENTATION, isWhole } from "./representation.ts";

type Target = InstanceObject | ShapeObject;

/** Access to fields of structs by names that are known at run time only. */
export class DynamicProperties {
  #program: ProgramGenerator;
  #functions = new Map<Target, Map<string, WasmFunction>>();

  constructor(program: ProgramGenerator) {
    this.#program = program;
  }

  /** `object[key]` as any value. */
  get(target: Target, object: Instruction, key: Instruction): Instruction {
    const make = (self: Local, name: Local): Instruction[] => [
      ...this.#fields(target).map(({ name: text, index, node }) =>
        this.#if(name, text, [ret(this.#read(target, self, index, node))]),
      ),
      nullValue("none"),
    ];
    return call(this.#function(target, "get", [externref], [anyref], make), object, key);
  }

  /** `object[key] = value` */
  set(target: Target, object: Instruction, key: Instruction, value: Instruction): Instruction {
    const make = (self: Local, name: Local, given?: Local): Instruction[] =>
      this.#fields(target).map(({ name: text, index, node }) => {
        const wanted = this.#program.layouts.of(node);
        const held = { code: localGet(given!), representation: ANY_REPRESENTATION, kinds: -1 };
        const struct = this.#program.layouts.struct(target);
        return this.#if(name, text, [
          structSet(struct, index, localGet(self), coerce(this.#program.runtime, held, wanted)),
          ret(),
        ]);
      });
    return call(this.#function(target, "set", [externref, anyref], [], make), object, key, value);
  }

  /** `key in object`, and whether the object has the property itself. */
  has(target: Target, object: Instruction, key: Instruction): Instruction {
    const make = (self: Local, name: Local): Instruction[] => [
      ...this.#fields(target).map(({ name: text, index, node }) =>
        this.#if(name, text, [ret(this.#isPresent(target, self, index, node, text))]),
      ),
      i32(0),
    ];
    return call(this.#function(target, "has", [externref], ["i32"], make), object, key);
  }

  /** `delete object[key]` */
  remove(target: Target, object: Instruction, key: Instruction): Instruction {
    const make = (self: Local, name: Local): Instruction[] => [
      ...this.#fields(target).map(({ name: text, index, node }) => {
        const struct = this.#program.layouts.struct(target);
        const value = undefinedAs(this.#program.layouts.of(node));
        return this.#if(name, text, [structSet(struct, index, localGet(self), value)]);
      }),
      i32(1),
    ];
    return call(this.#function(target, "delete", [externref], ["i32"], make), object, key);
  }

  /** How many enumerable properties there are. */
  count(target: Target, object: Instruction): Instruction {
    const make = (self: Local): Instruction[] => [
      this.#fields(target).reduce<Instruction>(
        (sum, { name, index, node }) => op("i32.add", sum, this.#isPresent(target, self, index, node, name)),
        i32(0),
      ),
    ];
    return call(this.#function(target, "count", [], ["i32"], make), object);
  }

  /** The name of the enumerable property with a number. */
  name(target: Target, object: Instruction, at: Instruction): Instruction {
    const make = (self: Local, position: Local): Instruction[] =>
      this.#nth(target, self, position, ({ name }) => this.#program.text(name));
    return call(this.#function(target, "name", ["i32"], [externref], make), object, at);
  }

  /** The value of the enumerable property with a number, as any value. */
  value(target: Target, object: Instruction, at: Instruction): Instruction {
    const make = (self: Local, position: Local): Instruction[] =>
      this.#nth(target, self, position, ({ index, node }) => this.#read(target, self, index, node));
    return call(this.#function(target, "value", ["i32"], [anyref], make), object, at);
  }

  #nth(target: Target, self: Local, position: Local, code: (field: PropertyPlace) => Instruction): Instruction[] {
    const steps = this.#fields(target).map((field) =>
      ifElse(this.#isPresent(target, self, field.index, field.node, field.name), [
        ifElse(op("i32.eqz", localGet(position)), [ret(code(field))]),
        { kind: "local", op: "local.set", operands: [op("i32.sub", localGet(position), i32(1))], local: position },
      ]),
    );
    return [...steps, unreachable()];
  }

  #read(target: Target, self: Local, index: number, node: FlowNode): Instruction {
    const { layouts, runtime } = this.#program;
    const code = structGet(layouts.struct(target), index, localGet(self));
    return coerce(
      runtime,
      { code, representation: layouts.of(node), kinds: kindsOf(node) | UNDEFINED },
      ANY_REPRESENTATION,
    );
  }

  #isPresent(target: Target, self: Local, index: number, node: FlowNode, name: string): Instruction {
    const always =
      target.type === "instance"
        ? (kindsOf(node) & UNDEFINED) === 0
        : target.orders.every((names) => names.includes(name)) && (kindsOf(node) & UNDEFINED) === 0;
    if (always || isWhole(this.#program.layouts.of(node))) return i32(1);
    return op("i32.eqz", op("ref.is_null", this.#read(target, self, index, node)));
  }

  #if(name: Local, text: string, then: Instruction[]): Instruction {
    return ifElse(call(this.#program.imports.string("equals"), localGet(name), this.#program.text(text)), then);
  }

  #fields(target: Target): PropertyPlace[] {
    return propertyPlaces(this.#program.layouts, target).filter(({ getter }) => !getter);
  }

  #function(
    of: Target,
    name: string,
    params: Local["type"][],
    results: Local["type"][],
    body: (self: Local, ...params: [Local, ...Local[]]) => Instruction[],
  ): WasmFunction {
    const target = canonical(of);
    let functions = this.#functions.get(target);
    if (!functions) this.#functions.set(target, (functions = new Map()));
    let made = functions.get(name);
    if (!made) {
      const struct = this.#program.layouts.struct(target);
      const locals = [
        createLocal("object", refNull(struct)),
        ...params.map((type, index) => createLocal(`p${index}`, type)),
      ];
      made = {
        name: `${struct.name} ${name}`,
        type: functionType(
          locals.map(({ type }) => type),
          results,
        ),
        params: locals,
        body: [],
      };
      functions.set(name, made);
      this.#program.module.functions.push(made);
      made.body = body(...(locals as [Local, Local, ...Local[]]));
    }
    return made;
  }
}

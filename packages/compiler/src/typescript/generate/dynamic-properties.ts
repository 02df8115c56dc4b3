import type { Instruction, Local } from "../../wasm/index.ts";
import {
  anyref,
  call,
  externref,
  i32,
  ifElse,
  localGet,
  localSet,
  nullValue,
  op,
  ret,
  structGet,
  structSet,
  unreachable,
} from "../../wasm/index.ts";
import { UNDEFINED, givenField, kindsOf, mayLack, objectsOf } from "../infer/index.ts";
import { callGetter } from "./call-getter.ts";
import { coerce, undefinedAs } from "./coerce.ts";
import type { FieldsObject, ObjectFunctions } from "./object-functions.ts";
import type { ProgramGenerator } from "./program-generator.ts";
import type { PropertyPlace } from "./property-places.ts";
import { isPlacePresent, markGiven, propertyPlaces, symbolPlaces } from "./property-places.ts";
import { ANY_REPRESENTATION, reference } from "./representation.ts";

/** Access to fields of structs by names that are known at run time only. */
export class DynamicProperties {
  #program: ProgramGenerator;
  #functions: ObjectFunctions;

  constructor(program: ProgramGenerator, functions: ObjectFunctions) {
    this.#program = program;
    this.#functions = functions;
  }

  /** `object[key]` as any value. */
  get(target: FieldsObject, object: Instruction, key: Instruction): Instruction {
    const make = (self: Local, name: Local): Instruction[] => [
      ...this.#places(target).map((place) => this.#if(name, place.name, [ret(this.#read(target, self, place))])),
      nullValue("none"),
    ];
    return call(this.#functions.of(target, "get", [externref], [anyref], make), object, key);
  }

  /** `object[key] = value` */
  set(target: FieldsObject, object: Instruction, key: Instruction, value: Instruction): Instruction {
    const make = (self: Local, name: Local, given?: Local): Instruction[] =>
      this.#write(target, [self, name, given!], []);
    return call(this.#functions.of(target, "set", [externref, anyref], [], make), object, key, value);
  }

  /** The same; whether there is a field of that name. */
  trySet(target: FieldsObject, object: Instruction, key: Instruction, value: Instruction): Instruction {
    const make = (self: Local, name: Local, given?: Local): Instruction[] => [
      ...this.#write(target, [self, name, given!], [i32(1)]),
      i32(0),
    ];
    return call(this.#functions.of(target, "try set", [externref, anyref], ["i32"], make), object, key, value);
  }

  #write(target: FieldsObject, [self, name, given]: [Local, Local, Local], result: Instruction[]): Instruction[] {
    const { layouts, order, runtime } = this.#program;
    const struct = layouts.struct(target);
    const places = this.#places(target).filter(({ getter }) => !getter);
    const writes = places.map(({ name: text, index, node }) => {
      const held = { code: localGet(given), representation: ANY_REPRESENTATION, kinds: -1 };
      return this.#if(name, text, [
        ...(mayLack(target, text) ? order.add(target, localGet(self), text) : []),
        structSet(struct, index, localGet(self), coerce(runtime, held, layouts.of(node))),
        ...markGiven(layouts, target, text, () => localGet(self), UNDEFINED),
        ret(...result),
      ]);
    });
    return [...this.#changed(target, self), ...writes];
  }

  /** `key in object`, and whether the object has the property itself. */
  has(target: FieldsObject, object: Instruction, key: Instruction): Instruction {
    const make = (self: Local, name: Local): Instruction[] => [
      ...this.#places(target).map((place) => this.#if(name, place.name, [ret(this.#isPresent(target, self, place))])),
      i32(0),
    ];
    return call(this.#functions.of(target, "has", [externref], ["i32"], make), object, key);
  }

  /** `delete object[key]` */
  remove(target: FieldsObject, object: Instruction, key: Instruction): Instruction {
    const make = (self: Local, name: Local): Instruction[] => [
      ...this.#changed(target, self),
      ...this.#places(target).map((place) => this.#if(name, place.name, this.#unset(target, self, place))),
      i32(1),
    ];
    return call(this.#functions.of(target, "delete", [externref], ["i32"], make), object, key);
  }

  /** `delete object[key]`, where the key is always one symbol. */
  removeSymbol(target: FieldsObject, object: Instruction, name: string): Instruction {
    const make = (self: Local): Instruction[] => [
      ...this.#changed(target, self),
      ...symbolPlaces(this.#program.layouts, target)
        .filter((place) => place.name === name)
        .flatMap((place) => this.#unset(target, self, place)),
      i32(1),
    ];
    return call(this.#functions.of(target, `delete ${name}`, [], ["i32"], make), object);
  }

  #changed(target: FieldsObject, self: Local): Instruction[] {
    const { layouts, watch } = this.#program;
    const place = layouts.watch(target);
    return place ? [watch.changed(place, () => localGet(self))] : [];
  }

  #unset(target: FieldsObject, self: Local, place: PropertyPlace): Instruction[] {
    const { layouts } = this.#program;
    const given = layouts.field(target, givenField(place.name));
    return [place, ...(given ? [given] : [])].map(({ index, node }) =>
      structSet(layouts.struct(target), index, localGet(self), undefinedAs(layouts.of(node))),
    );
  }

  /** How many enumerable properties there are. */
  count(target: FieldsObject, object: Instruction): Instruction {
    const make = (self: Local): Instruction[] => [
      this.#places(target).reduce<Instruction>(
        (sum, place) => op("i32.add", sum, this.#isPresent(target, self, place)),
        i32(0),
      ),
    ];
    return call(this.#functions.of(target, "count", [], ["i32"], make), object);
  }

  /** The name of the enumerable property with a number. */
  name(target: FieldsObject, object: Instruction, at: Instruction): Instruction {
    const make = (self: Local, position: Local): Instruction[] =>
      this.#nth(target, self, position, ({ name }) => this.#program.text(name));
    return call(this.#functions.of(target, "name", ["i32"], [externref], make), object, at);
  }

  /** The value of the enumerable property with a number, as any value. */
  value(target: FieldsObject, object: Instruction, at: Instruction): Instruction {
    const make = (self: Local, position: Local): Instruction[] =>
      this.#nth(target, self, position, (place) => this.#read(target, self, place));
    return call(this.#functions.of(target, "value", ["i32"], [anyref], make), object, at);
  }

  #nth(target: FieldsObject, self: Local, position: Local, code: (place: PropertyPlace) => Instruction): Instruction[] {
    const steps = this.#program.order.each(
      target,
      () => localGet(self),
      (place) => [
        ifElse(this.#isPresent(target, self, place), [
          ifElse(op("i32.eqz", localGet(position)), [ret(code(place))]),
          localSet(position, op("i32.sub", localGet(position), i32(1))),
        ]),
      ],
    );
    return [...steps, unreachable()];
  }

  #read(target: FieldsObject, self: Local, place: PropertyPlace): Instruction {
    const { layouts, runtime } = this.#program;
    const { index, node } = place;
    const code = structGet(layouts.struct(target), index, localGet(self));
    const value = { code, representation: layouts.of(node), kinds: kindsOf(node) | UNDEFINED };
    return place.getter
      ? callGetter(this.#program, value, objectsOf(node), {
          code: localGet(self),
          representation: reference(layouts.struct(target)),
          kinds: 0,
        })
      : coerce(runtime, value, ANY_REPRESENTATION);
  }

  #isPresent(target: FieldsObject, self: Local, place: PropertyPlace): Instruction {
    return isPlacePresent(this.#program.layouts, target, place, () => localGet(self));
  }

  #if(name: Local, text: string, then: Instruction[]): Instruction {
    return ifElse(call(this.#program.imports.string("equals"), localGet(name), this.#program.text(text)), then);
  }

  #places(target: FieldsObject): PropertyPlace[] {
    return propertyPlaces(this.#program.layouts, target);
  }
}

import type { ArrayType, Global, Instruction, Local } from "../../wasm/index.ts";
import {
  arrayGetU,
  arrayNewDefault,
  arrayNewFixed,
  arraySet,
  block,
  br,
  call,
  createLabel,
  createLocal,
  globalGet,
  i32,
  ifElse,
  localGet,
  localSet,
  loop,
  op,
  ref,
  refNull,
  ret,
  structGet,
  structSet,
} from "../../wasm/index.ts";
import { ORDER_FIELD, isIntegerName } from "../infer/index.ts";
import type { FieldsObject, ObjectFunctions } from "./object-functions.ts";
import type { ProgramGenerator } from "./program-generator.ts";
import type { PropertyPlace } from "./property-places.ts";
import { isPlacePresent, propertyPlaces } from "./property-places.ts";

/**
 * The order of the properties of objects that can have them in several. A field of theirs holds an array with the numbers of all places,
 * those of integer names first; without it the order is that of the places. Properties that are not there keep a place, which is moved to the end when
 * they are added. Arrays are never changed, since objects share them.
 */
export class PropertyOrder {
  #program: ProgramGenerator;
  #functions: ObjectFunctions;
  #constants = new Map<string, Global>();

  constructor(program: ProgramGenerator, functions: ObjectFunctions) {
    this.#program = program;
    this.#functions = functions;
  }

  /** Whether objects of this kind can have their properties in several orders. */
  has(object: FieldsObject): boolean {
    return this.#field(object) !== undefined;
  }

  #field(object: FieldsObject): number | undefined {
    return this.#program.layouts.field(object, ORDER_FIELD)?.index;
  }

  get #array(): ArrayType {
    return this.#program.layouts.typed("i16");
  }

  /** Gives a new object its properties in this order. */
  set(object: FieldsObject, self: Instruction, names: readonly string[]): Instruction[] {
    const field = this.#field(object);
    if (field === undefined) return [];
    const places = propertyPlaces(this.#program.layouts, object);
    const given = names.map((name) => places.findIndex((place) => place.name === name)).filter((at) => at >= 0);
    const isUsual = given.every((at, index) => index === 0 || at > given[index - 1]!);
    if (isUsual) return [];
    const rank = ({ name }: PropertyPlace): number => {
      const at = names.indexOf(name);
      return at < 0 ? names.length : at;
    };
    const order = [...places].sort((first, second) => {
      const integers = Number(isIntegerName(second.name)) - Number(isIntegerName(first.name));
      return integers || (isIntegerName(first.name) ? 0 : rank(first) - rank(second));
    });
    const numbers = order.map((place) => places.indexOf(place));
    if (numbers.every((number, index) => number === index)) return [];
    return [structSet(this.#program.layouts.struct(object), field, self, globalGet(this.#constant(numbers)))];
  }

  /** Gives a new object its properties in the order of another one of its kind. */
  copy(object: FieldsObject, from: Instruction, to: Instruction): Instruction[] {
    const field = this.#field(object);
    const struct = this.#program.layouts.struct(object);
    return field === undefined ? [] : [structSet(struct, field, to, structGet(struct, field, from))];
  }

  #constant(numbers: readonly number[]): Global {
    const key = numbers.join();
    let global = this.#constants.get(key);
    if (!global) {
      const initial = arrayNewFixed(this.#array, ...numbers.map((number) => i32(number)));
      global = { name: `order ${key}`, type: ref(this.#array), mutable: false, initial };
      this.#constants.set(key, global);
      this.#program.module.globals.push(global);
    }
    return global;
  }

  /** Notes that a property is about to be written, which may not be there yet. */
  add(object: FieldsObject, self: Instruction, name: string): Instruction[] {
    const { layouts } = this.#program;
    const field = this.#field(object);
    const places = propertyPlaces(layouts, object);
    const number = places.findIndex((place) => place.name === name);
    if (field === undefined || number < 0 || isIntegerName(name)) return [];
    const make = (made: Local): Instruction[] => this.#append(object, made, field, places, number);
    return [call(this.#functions.of(object, `add ${name}`, [], [], make), self)];
  }

  #append(
    object: FieldsObject,
    self: Local,
    field: number,
    places: readonly PropertyPlace[],
    number: number,
  ): Instruction[] {
    const { layouts } = this.#program;
    const struct = layouts.struct(object);
    const isPresent = (place: PropertyPlace): Instruction =>
      isPlacePresent(layouts, object, place, () => localGet(self));
    const later = places
      .slice(number + 1)
      .map(isPresent)
      .reduce((first, second) => op("i32.or", first, second), i32(0));
    const old = createLocal("order", refNull(this.#array));
    const made = createLocal("moved", refNull(this.#array));
    const from = createLocal("from", "i32");
    const to = createLocal("to", "i32");
    const usual = places.map((_place, index) => index);
    const again = createLabel("copy");
    const done = createLabel("copied");
    return [
      ifElse(isPresent(places[number]!), [ret()]),
      localSet(old, structGet(struct, field, localGet(self))),
      ifElse(op("ref.is_null", localGet(old)), [
        ifElse(op("i32.eqz", later), [ret()]),
        localSet(old, globalGet(this.#constant(usual))),
      ]),
      localSet(made, arrayNewDefault(this.#array, i32(places.length))),
      block(done, undefined, [
        loop(again, undefined, [
          ifElse(op("i32.eq", localGet(from), i32(places.length)), [br(done)]),
          ifElse(op("i32.ne", arrayGetU(this.#array, localGet(old), localGet(from)), i32(number)), [
            arraySet(this.#array, localGet(made), localGet(to), arrayGetU(this.#array, localGet(old), localGet(from))),
            localSet(to, op("i32.add", localGet(to), i32(1))),
          ]),
          localSet(from, op("i32.add", localGet(from), i32(1))),
          br(again),
        ]),
      ]),
      arraySet(this.#array, localGet(made), i32(places.length - 1), i32(number)),
      structSet(struct, field, localGet(self), localGet(made)),
    ];
  }

  /** Runs code for each place of an object in its order; `code` gets the place as one of those that `propertyPlaces` lists. */
  each(object: FieldsObject, self: () => Instruction, code: (place: PropertyPlace) => Instruction[]): Instruction[] {
    const { layouts } = this.#program;
    const places = propertyPlaces(layouts, object);
    const field = this.#field(object);
    if (field === undefined) return places.flatMap(code);
    const order = createLocal("order", refNull(this.#array));
    const at = createLocal("at", "i32");
    const number = createLocal("number", "i32");
    const again = createLabel("each");
    const usual = globalGet(this.#constant(places.map((_place, index) => index)));
    return [
      localSet(order, structGet(layouts.struct(object), field, self())),
      ifElse(op("ref.is_null", localGet(order)), [localSet(order, usual)]),
      localSet(at, i32(0)),
      loop(again, undefined, [
        ifElse(op("i32.lt_u", localGet(at), op("array.len", localGet(order))), [
          localSet(number, arrayGetU(this.#array, localGet(order), localGet(at))),
          localSet(at, op("i32.add", localGet(at), i32(1))),
          ...places.map((place, index) => ifElse(op("i32.eq", localGet(number), i32(index)), code(place))),
          br(again),
        ]),
      ]),
    ];
  }
}

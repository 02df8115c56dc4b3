import type { BorderFieldDescription, BorderPlace } from "@rune/schema";
import type { Pair } from "./border-codec.ts";
import type { Border, Call } from "./border.ts";
import type { PropertyEncoder } from "./encode-property.ts";
import { createPropertyEncoder } from "./encode-property.ts";
import { defineProperty } from "./define-property.ts";
import { createFieldFunction } from "./field-function.ts";
import { isPrimitive } from "./is-primitive.ts";
import { PairCodec } from "./pair-codec.ts";
import { propertyKey } from "./property-key.ts";
import type { Decoder } from "./slots.ts";

interface Field {
  name: string;
  /** What the property has as its key in JavaScript. */
  key: string;
  type: number;
  optional: boolean;
  /** It may be missing although its type says otherwise. */
  lenient: boolean;
  /** It may be `null`, which the module takes for missing. */
  nullable: boolean;
  getter: boolean;
  /** Nothing inside of its values can change. */
  simple: boolean;
  values: readonly unknown[] | undefined;
  get: Call;
  decode: Decoder;
  set: Call | undefined;
  encode: PropertyEncoder | undefined;
}

type Properties = Record<string, unknown>;

/** Objects whose properties are known: both sides have their own, with the same values. */
export class RecordCodec extends PairCodec {
  readonly name = "an object";
  #fields: Field[] | undefined;
  #make: { call: Call; encoders: (PropertyEncoder | undefined)[] } | undefined;

  get fields(): Field[] {
    return (this.#fields ??= this.#description().map((field) => createField(this.border, this.type, field)));
  }

  #description(): readonly BorderFieldDescription[] {
    const type = this.border.type(this.type);
    return type.type === "object" ? type.fields : [];
  }

  accepts(value: unknown): boolean {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    return this.fields.every(({ key, optional, values }) => {
      const held = (value as Properties)[key];
      if (values) return values.includes(held) || (optional && held === undefined);
      return optional || key in value;
    });
  }

  /** What the type is in words, to someone who has given a value that is not of it. */
  nameFor(value: unknown): string {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return this.name;
    const missing = this.fields.find(({ key, optional }) => !optional && !(key in value));
    return missing ? `an object with \`${missing.name}\`` : this.name;
  }

  holds(value: unknown): boolean {
    return this.fields.every((field) => {
      const held = (value as Properties)[field.key];
      return mayLack(field, held) || this.border.codec(field.type).accepts(held);
    });
  }

  protected override isPossible(value: unknown): boolean {
    return typeof value === "object" && value !== null;
  }

  make(value: object): object {
    const { fields } = this;
    this.#make ??= this.#createMake();
    const snapshot: unknown[] = [];
    const given = this.#make.encoders.map((encode, index) => {
      const field = fields[index]!;
      const held = (value as Properties)[field.key];
      const isGiven = encode !== undefined && !mayLack(field, held);
      snapshot.push(isGiven ? held : undefined);
      return isGiven ? encode(held, value, field.name) : null;
    });
    const reference = this.#make.call(...given) as object;
    this.linkMade(value, reference, snapshot);
    fields.forEach((field, index) => {
      const { name, key, set, encode, simple, optional } = field;
      if (!set || !encode) return;
      const held = (value as Properties)[key];
      // What is made without a value lacks it, unless it is set to `undefined`.
      if (held === undefined && optional && Object.hasOwn(value, key)) set(reference, null);
      if (simple || mayLack(field, held)) return;
      snapshot[index] = held;
      set(reference, encode(held, value, name));
    });
    return reference;
  }

  /** What is not simple is set afterwards: it may refer to the object that is being made. */
  #createMake(): { call: Call; encoders: (PropertyEncoder | undefined)[] } {
    const operation = this.border.operation(this.type, "make")!;
    const encoders = operation.parameters.map((place, index) =>
      this.fields[index]!.simple ? createPropertyEncoder(this.border, place[0], this.border.encoder(place)) : undefined,
    );
    return { call: this.border.call(operation.name), encoders };
  }

  view(reference: object): object {
    const value: Properties = {};
    const snapshot: unknown[] = [];
    this.border.pairs.show(value, reference, this, snapshot);
    for (const field of this.fields) {
      if (field.getter) {
        snapshot.push(undefined);
        defineGetter(value, reference, field);
        continue;
      }
      const held = field.decode(field.get(reference));
      snapshot.push(held);
      if (held !== undefined || !field.optional) defineProperty(value, field.key, held);
    }
    return value;
  }

  override push({ value, reference, snapshot }: Pair): void {
    const known = snapshot as unknown[];
    this.fields.forEach((field, index) => {
      const { name, key, simple, getter, set, encode } = field;
      if (getter) return;
      const held = (value as Properties)[key];
      const isSame = Object.is(held, known[index]);
      if ((isSame && (simple || isPrimitive(held))) || !encode || !set) return;
      const lacks = mayLack(field, held);
      const given = lacks ? null : encode(held, value, name);
      if (isSame) return;
      set(reference, given);
      known[index] = lacks ? undefined : held;
    });
  }

  override pull({ value, reference, snapshot }: Pair): void {
    const known = snapshot as unknown[];
    this.fields.forEach(({ key, optional, getter, get, decode }, index) => {
      if (getter) return;
      const held = decode(get(reference));
      if (Object.is(held, known[index])) return;
      known[index] = held;
      if (held === undefined && optional) delete (value as Properties)[key];
      else defineProperty(value as Properties, key, held);
    });
  }
}

/** Whether an object need not have what it lacks in a property. */
function mayLack({ optional, lenient, nullable }: Field, held: unknown): boolean {
  return held === undefined ? optional || lenient : held === null && nullable;
}

function createField(border: Border, type: number, field: BorderFieldDescription): Field {
  const { name, optional = false, lenient = false, getter = false, values } = field;
  const get = border.operation(type, `get ${name}`);
  const set = border.operation(type, `set ${name}`);
  const codec = border.codec(field.type);
  const place: BorderPlace = get?.result ?? [field.type, "any"];
  return {
    name,
    key: propertyKey(name) as string,
    type: field.type,
    optional,
    lenient,
    nullable: lenient && !codec.accepts(null),
    getter,
    simple: codec.simple,
    values,
    get: get ? border.call(get.name) : () => null,
    decode: createFieldFunction(border, type, name) ?? border.decoder(place),
    set: set && border.call(set.name),
    encode: set && createPropertyEncoder(border, field.type, border.encoder(set.parameters[0]!)),
  };
}

function defineGetter(value: object, reference: object, { name, key, get, decode, set, encode }: Field): void {
  Object.defineProperty(value, key, {
    configurable: true,
    enumerable: true,
    get: () => decode(get(reference)),
    ...(set && encode ? { set: (given: unknown) => void set(reference, encode(given, value, name)) } : {}),
  });
}

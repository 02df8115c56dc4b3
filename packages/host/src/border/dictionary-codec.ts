import type { Pair } from "./border-codec.ts";
import { defineProperty } from "./define-property.ts";
import type { PropertyEncoder } from "./encode-property.ts";
import { createPropertyEncoder } from "./encode-property.ts";
import { isPrimitive } from "./is-primitive.ts";
import { PairCodec } from "./pair-codec.ts";
import type { Border, Call } from "./border.ts";
import type { Decoder } from "./slots.ts";

type Properties = Record<string, unknown>;

interface DictionaryOperations {
  keys: Call;
  readKeys: (reference: unknown) => string[];
  get: Call;
  decode: Decoder;
  set: Call | undefined;
  encode: PropertyEncoder | undefined;
  simple: boolean;
  /** Only what fields hold may be set; what else is in it may change in itself. */
  entered: boolean;
  named: readonly string[];
}

/** Objects whose properties are entries: both sides have their own, with the same entries. */
export class DictionaryCodec extends PairCodec {
  readonly name = "an object";
  #operations: DictionaryOperations | undefined;

  get operations(): DictionaryOperations {
    return (this.#operations ??= createOperations(this.border, this.type));
  }

  accepts(value: unknown): boolean {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  make(value: object): object {
    const reference = this.border.raw(this.type, "make")() as object;
    const snapshot = new Map<string, unknown>();
    this.linkMade(value, reference, snapshot);
    this.#pushEntries(value as Properties, reference, snapshot);
    return reference;
  }

  view(reference: object): object {
    const value: Properties = {};
    const snapshot = new Map<string, unknown>();
    this.border.pairs.show(value, reference, this, snapshot);
    this.#pullEntries(value, reference, snapshot);
    return value;
  }

  override push({ value, reference, snapshot }: Pair): void {
    const known = snapshot as Map<string, unknown>;
    this.#pushEntries(value as Properties, reference, known);
    for (const key of known.keys()) {
      if (Object.hasOwn(value, key) || this.operations.named.includes(key)) continue;
      this.border.raw(this.type, "delete")(reference, key);
      known.delete(key);
    }
  }

  #pushEntries(value: Properties, reference: object, known: Map<string, unknown>): void {
    const { set, encode, simple, entered } = this.operations;
    if (!set || !encode) return;
    for (const key of this.#keysOf(value)) {
      const held = value[key];
      const isSame = known.has(key) && Object.is(known.get(key), held);
      if (isSame && (simple || isPrimitive(held))) continue;
      if (isSame && entered) {
        this.border.pairs.pushValue(held);
        continue;
      }
      const given = encode(held, value, key);
      if (!isSame) set(reference, key, given);
      known.set(key, held);
    }
  }

  /** Own properties, and what the type names and the object inherits. */
  #keysOf(value: Properties): readonly string[] {
    const keys = Object.keys(value);
    const inherited = this.operations.named.filter((name) => name in value && !keys.includes(name));
    return inherited.length === 0 ? keys : [...keys, ...inherited];
  }

  override pull({ value, reference, snapshot }: Pair): void {
    this.#pullEntries(value as Properties, reference, snapshot as Map<string, unknown>);
  }

  #pullEntries(value: Properties, reference: object, known: Map<string, unknown>): void {
    const { keys, readKeys, get, decode } = this.operations;
    const present = new Set(readKeys(keys(reference)));
    for (const key of present) {
      const held = decode(get(reference, key));
      if (known.has(key) && Object.is(known.get(key), held)) continue;
      known.set(key, held);
      defineProperty(value, key, held);
    }
    for (const key of known.keys()) {
      if (present.has(key)) continue;
      known.delete(key);
      delete value[key];
    }
  }
}

function createOperations(border: Border, type: number): DictionaryOperations {
  const any = border.operation(type, "set");
  const set = any ?? border.operation(type, "enter");
  const get = border.operation(type, "get")!;
  const described = border.type(type);
  return {
    keys: border.raw(type, "keys"),
    readKeys: border.listReader(border.operation(type, "keys")!.result![0]) as (reference: unknown) => string[],
    get: border.call(get.name),
    decode: border.decoder(get.result),
    set: set && border.call(set.name),
    encode: set && createPropertyEncoder(border, set.parameters[1]![0], border.encoder(set.parameters[1]!)),
    entered: !any,
    simple: described.type === "dictionary" && border.codec(described.value).simple,
    named: described.type === "dictionary" ? (described.named ?? []) : [],
  };
}

import { float_text, quote, read_float } from "./json-text";
import { Reader } from "./json-reader";

/** Deeper values are refused: nobody needs them, and they would exhaust the stack. */
const MAX_DEPTH: i32 = 128;

const enum Kind {
  Null,
  Bool,
  Number,
  String,
  Array,
  Object,
}

/** A JSON value. Scalars hold their JSON text, strings their decoded text. */
export class Json {
  private constructor(
    private kind: Kind,
    private text: string,
    private names: string[],
    private items: Json[],
  ) {}

  static scalar(text: string): Json {
    const first = text.charCodeAt(0);
    return new Json(first == 0x6e ? Kind.Null : first == 0x74 || first == 0x66 ? Kind.Bool : Kind.Number, text, [], []);
  }

  static string(value: string): Json {
    return new Json(Kind.String, value, [], []);
  }

  static array(): Json {
    return new Json(Kind.Array, "", [], []);
  }

  static object(): Json {
    return new Json(Kind.Object, "", [], []);
  }

  get is_null(): bool {
    return this.kind == Kind.Null;
  }

  get is_bool(): bool {
    return this.kind == Kind.Bool;
  }

  get is_number(): bool {
    return this.kind == Kind.Number;
  }

  get is_string(): bool {
    return this.kind == Kind.String;
  }

  get is_array(): bool {
    return this.kind == Kind.Array;
  }

  get is_object(): bool {
    return this.kind == Kind.Object;
  }

  /** Number of items of an array or object; 0 for anything else. */
  get length(): i32 {
    return this.items.length;
  }

  /** Names of an object's properties, in order. */
  get keys(): string[] {
    return this.names.slice(0);
  }

  has(key: string): bool {
    return this.names.lastIndexOf(key) >= 0;
  }

  get(key: string): Json {
    const index = this.names.lastIndexOf(key);
    return index < 0 ? Json.scalar("null") : this.items[index];
  }

  at(index: i32): Json {
    const place = index < 0 ? index + this.items.length : index;
    return place >= 0 && place < this.items.length ? this.items[place] : Json.scalar("null");
  }

  as_string(fallback: string = ""): string {
    return this.kind == Kind.String ? this.text : fallback;
  }

  as_number(fallback: f64 = 0): f64 {
    return this.kind == Kind.Number ? read_float(this.text) : fallback;
  }

  as_i32(fallback: i32 = 0): i32 {
    return this.kind == Kind.Number ? (<i32>read_float(this.text)) : fallback;
  }

  as_i64(fallback: i64 = 0): i64 {
    return this.kind == Kind.Number ? I64.parseInt(this.text, 10) : fallback;
  }

  as_bool(fallback: bool = false): bool {
    return this.kind == Kind.Bool ? this.text.length == 4 : fallback;
  }

  set<T>(key: string, value: T): Json {
    return this.put(key, json<T>(value));
  }

  push<T>(value: T): Json {
    return this.append(json<T>(value));
  }

  remove(key: string): bool {
    const index = this.names.lastIndexOf(key);
    if (index < 0) return false;
    this.names.splice(index, 1);
    this.items.splice(index, 1);
    return true;
  }

  to_string(): string {
    const parts: string[] = [];
    this.write(parts, 0);
    return parts.join("");
  }

  toString(): string {
    return this.to_string();
  }

  put(key: string, value: Json): Json {
    if (this.kind != Kind.Object) throw new Error("rune.Json: `set` needs an object");
    const index = this.names.lastIndexOf(key);
    if (index >= 0) this.items[index] = value;
    else this.define(key, value);
    return this;
  }

  append(value: Json): Json {
    if (this.kind != Kind.Array) throw new Error("rune.Json: `push` needs an array");
    this.items.push(value);
    return this;
  }

  /** Adds a property without a look at those before it; of equal names the last counts. */
  define(key: string, value: Json): void {
    this.names.push(key);
    this.items.push(value);
  }

  private write(parts: string[], depth: i32): void {
    if (depth > MAX_DEPTH) throw new Error("rune.Json: nests deeper than 128 levels");
    if (this.kind == Kind.String) {
      parts.push(quote(this.text));
      return;
    }
    if (this.kind < Kind.Array) {
      parts.push(this.text);
      return;
    }
    const is_object = this.kind == Kind.Object;
    parts.push(is_object ? "{" : "[");
    for (let i = 0, k = this.items.length; i < k; i++) {
      if (i > 0) parts.push(",");
      if (is_object) {
        parts.push(quote(this.names[i]));
        parts.push(":");
      }
      this.items[i].write(parts, depth + 1);
    }
    parts.push(is_object ? "}" : "]");
  }
}

/** An empty object. */
export function object(): Json {
  return Json.object();
}

/** An empty array. */
export function array(): Json {
  return Json.array();
}

/** JSON's `null`. */
export function null_value(): Json {
  return Json.scalar("null");
}

/** Makes a JSON value of a boolean, number, string, list, map or set of such, or an instance with `to_json`. */
export function json<T>(value: T): Json {
  if (isNullable<T>()) {
    if (changetype<usize>(value) == 0) return Json.scalar("null");
    return json<NonNullable<T>>(changetype<NonNullable<T>>(value));
  } else if (isBoolean<T>()) {
    return Json.scalar(value ? "true" : "false");
  } else if (isInteger<T>()) {
    return Json.scalar(value.toString());
  } else if (isFloat<T>()) {
    return Json.scalar(float_text<T>(value));
  } else if (isString<T>()) {
    return Json.string(value as string);
  } else if (value instanceof Json) {
    return value as Json;
  } else if (isArrayLike<T>()) {
    const list = Json.array();
    for (let i = 0, k = value.length; i < k; i++) list.append(json<valueof<T>>(value[i]));
    return list;
  } else if (value instanceof Map) {
    return from_map(value);
  } else if (value instanceof Set) {
    return json(value.values());
  } else {
    // @ts-ignore: the compiler names the class when it has no such method.
    return value.to_json();
  }
}

function from_map<K, V>(map: Map<K, V>): Json {
  const record = Json.object();
  const keys = map.keys();
  for (let i = 0, k = keys.length; i < k; i++) {
    const key = keys[i];
    record.define(isString<K>() ? key as string : key.toString(), json<V>(map.get(key)));
  }
  return record;
}

/** Reads JSON text; throws when it is not JSON. */
export function parse(text: string): Json {
  const reader = new Reader(text);
  const value = reader.read();
  if (value === null) throw new Error("rune.parse: not JSON at character " + reader.place.toString());
  return value;
}

/** Reads JSON text; `null` when it is not JSON. */
export function try_parse(text: string): Json | null {
  return new Reader(text).read();
}

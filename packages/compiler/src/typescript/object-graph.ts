/**
 * Objects that refer to each other in any way, as text. Plain objects, arrays, maps and primitive values can be in it; what is referred to
 * more than once is one object again afterwards.
 *
 * Each object, array or map is a JSON array that begins with a number: that of the list of an object's keys, or one of those below. What is
 * referred to more than once stands in a table of its own.
 */
const ARRAY = -1;
const MAP = -2;
const UNDEFINED = -3;
const REFERENCE = -4;
const BIGINT = -5;
const NUMBER = -6;

type Encoded = string | number | boolean | null | [number, ...Encoded[]];

interface Graph {
  keys: string[][];
  shared: Encoded[];
  root: Encoded;
}

/** Writes objects as text. Throws a `TypeError` if one of them is of another kind, such as a function. */
export function encodeGraph(root: unknown): string {
  const shared = new Map<object, number>();
  for (const [object, count] of countUses(root)) if (count > 1) shared.set(object, shared.size);
  const keys = new Map<string, number>();
  const encode = (value: unknown): Encoded => {
    if (typeof value !== "object" || value === null) return encodePrimitive(value);
    const number = shared.get(value);
    return number === undefined ? encodeObject(value) : [REFERENCE, number];
  };
  const encodeObject = (object: object): Encoded => {
    if (Array.isArray(object)) return [ARRAY, ...object.map(encode)];
    if (object instanceof Map) return [MAP, ...[...object].flat().map(encode)];
    const names = JSON.stringify(Object.keys(object));
    const number = keys.get(names) ?? keys.size;
    keys.set(names, number);
    return [number, ...Object.values(object).map(encode)];
  };
  const table = [...shared.keys()].map(encodeObject);
  const graph: Graph = { root: encode(root), shared: table, keys: [] };
  graph.keys = [...keys.keys()].map((names) => JSON.parse(names) as string[]);
  return JSON.stringify(graph);
}

/** How often each object is referred to. */
function countUses(root: unknown): Map<object, number> {
  const uses = new Map<object, number>();
  const pending = [root];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== "object" || value === null) continue;
    const count = uses.get(value) ?? 0;
    uses.set(value, count + 1);
    if (count > 0) continue;
    if (Array.isArray(value)) pending.push(...(value as unknown[]));
    else if (value instanceof Map) for (const entry of value) pending.push(...entry);
    else if (Object.getPrototypeOf(value) === Object.prototype) pending.push(...Object.values(value));
    else throw new TypeError(`an object of ${value.constructor.name} cannot be written`);
  }
  return uses;
}

function encodePrimitive(value: unknown): Encoded {
  switch (typeof value) {
    case "undefined":
      return [UNDEFINED];
    case "bigint":
      return [BIGINT, String(value)];
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : [NUMBER, Object.is(value, -0) ? "-0" : `${value}`];
    case "string":
    case "boolean":
      return value;
    case "object":
      return null;
    default:
      throw new TypeError(`a ${typeof value} cannot be written`);
  }
}

/** Reads what `encodeGraph` has written. */
export function decodeGraph(text: string): unknown {
  const { keys, shared, root } = JSON.parse(text) as Graph;
  const objects = shared.map((encoded) => emptyFor((encoded as [number])[0]));
  const decode = (encoded: Encoded): unknown => {
    if (typeof encoded !== "object" || encoded === null) return encoded;
    switch (encoded[0]) {
      case UNDEFINED:
        return undefined;
      case REFERENCE:
        return objects[encoded[1] as number];
      case BIGINT:
        return BigInt(encoded[1] as string);
      case NUMBER:
        return Number(encoded[1]);
      default:
        return fill(emptyFor(encoded[0]), encoded);
    }
  };
  const fill = (object: object, encoded: [number, ...Encoded[]]): object => {
    if (Array.isArray(object))
      for (let index = 1; index < encoded.length; index += 1) object.push(decode(encoded[index]!));
    else if (object instanceof Map) {
      for (let index = 1; index < encoded.length; index += 2) {
        object.set(decode(encoded[index]!), decode(encoded[index + 1]!));
      }
    } else {
      const names = keys[encoded[0]]!;
      for (let index = 0; index < names.length; index += 1) {
        (object as Record<string, unknown>)[names[index]!] = decode(encoded[index + 1]!);
      }
    }
    return object;
  };
  shared.forEach((encoded, index) => fill(objects[index]!, encoded as [number, ...Encoded[]]));
  return decode(root);
}

function emptyFor(kind: number): object {
  if (kind === ARRAY) return [];
  return kind === MAP ? new Map() : {};
}

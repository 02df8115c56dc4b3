import { disposal } from "./disposal.ts";
import type { IrClass, Shape, TypeFilter } from "../../../../src/typescript/ir/index.ts";

type Kind = Exclude<keyof TypeFilter, "accepts">;

/** What the JavaScript of a lowered program calls. */
export function createRuntime(constants: readonly (IrClass | Shape | TypeFilter)[]): object {
  const shapes = new WeakMap<object, Shape>();
  const classes = new WeakMap<object, IrClass>();

  function kindOf(value: object): IrClass | Shape | "array" | "function" | undefined {
    if (Array.isArray(value)) return "array";
    if (typeof value === "function") return "function";
    const constructor = (value as { constructor?: unknown }).constructor;
    return shapes.get(value) ?? (typeof constructor === "function" ? classes.get(constructor) : undefined);
  }

  return {
    increment: (value: number | bigint) => ++value,
    decrement: (value: number | bigint) => --value,
    numeric: (value: number | bigint) => value++,
    isNullish: (value: unknown) => value === undefined || value === null,
    shape(value: object, index: number) {
      shapes.set(value, constants[index] as Shape);
      return value;
    },
    /** Runs the static part of a class. */
    start(made: Record<string, () => void>) {
      if (Object.hasOwn(made, "@static")) made["@static"]?.();
      delete made["@static"];
      return made;
    },
    define: (made: object, index: number) => void classes.set(made, constants[index] as IrClass),
    hide(object: object, name: string) {
      Object.defineProperty(object, name, { value: undefined, writable: true, configurable: true, enumerable: false });
    },
    /** Gives the value, of which lowering has promised that it can only be this. */
    narrow(value: unknown, index: number) {
      const filter = constants[index] as TypeFilter;
      const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
      const kind = isObject ? kindOf(value) : undefined;
      const passes = isObject
        ? kind === undefined || filter.accepts(kind)
        : filter[(value === null ? "null" : typeof value) as Kind];
      if (!passes) throw new Error(`a narrowed value cannot be ${String(value)}`);
      return value;
    },
    toArray(value: Iterable<unknown>, count: number) {
      if (count < 0) return [...value];
      const iterator = value[Symbol.iterator]();
      const array: unknown[] = [];
      let done = false;
      while (array.length < count && !done) {
        const step = iterator.next();
        done = step.done === true;
        if (!done) array.push(step.value);
      }
      if (!done) iterator.return?.();
      return array;
    },
    /** The names of a module that is alone in the world. */
    globalObject: () => ({}),
    prototypeOf: (owner: { prototype: unknown }) => owner.prototype,
    throwNotDeclared(name: string): never {
      throw new ReferenceError(`Cannot access '${name.replace(/\$\d+$/, "")}' before initialization`);
    },
    omit(value: object, ...keys: PropertyKey[]) {
      const rest: Record<PropertyKey, unknown> = { ...value };
      for (const key of keys) delete rest[key];
      return rest;
    },
    *enumerateKeys(value: object | null | undefined) {
      for (const key in value) yield key;
    },
    readPrivate: (object: object, name: string) => requirePrivate(object, name, "read", "from"),
    writePrivate: (object: object, name: string) => requirePrivate(object, name, "write", "to"),
    templateStrings: (cooked: readonly string[], raw: readonly string[]) =>
      Object.freeze(Object.assign([...cooked], { raw })),
    tagOfAnything: (value: unknown) => Object.prototype.toString.call(value),
    ...disposal,
  };
}

function requirePrivate(object: object, name: string, verb: string, preposition: string): object {
  if (name in object) return object;
  const member = name.slice("@@".length);
  throw new TypeError(
    `Cannot ${verb} private member ${member} ${preposition} an object whose class did not declare it`,
  );
}

/** An iterator, asynchronous or not, as far as it must be one. */
export interface AnyIterator {
  next(sent?: unknown): unknown;
  throw?(error: unknown): unknown;
  return?(value?: unknown): unknown;
}

/* What the module asks an iterator for; its library knows the same numbers. */
const NEXT = 0;
const THROW = 1;
/** As `return`, of an iterator that need not have it. */
const CLOSE = 3;

/** What an iterator answers to a request of the module. */
export function ask(iterator: AnyIterator, request: number, sent: unknown): unknown {
  if (request === NEXT) return iterator.next(sent);
  if (request === THROW) {
    if (!iterator.throw) throw new TypeError("The iterator does not provide a 'throw' method");
    return iterator.throw(sent);
  }
  if (!iterator.return) return { value: sent, done: true };
  return request === CLOSE ? iterator.return() : iterator.return(sent);
}

/** An answer, which must be an object. */
export function checkAnswer(answer: unknown): { value?: unknown; done?: unknown } {
  if ((typeof answer === "object" && answer !== null) || typeof answer === "function") return answer;
  throw new TypeError(`Iterator result ${String(answer)} is not an object`);
}

/** Whether a value has a method. */
export function hasMethod(value: unknown, key: PropertyKey): boolean {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return typeof (value as Record<PropertyKey, unknown>)[key] === "function";
}

/** An object with a prototype and methods, which do not show as properties. */
export function withMethods(prototype: object, methods: object): object {
  const value: object = Object.create(prototype);
  for (const key of Reflect.ownKeys(methods)) {
    Object.defineProperty(value, key, { ...Object.getOwnPropertyDescriptor(methods, key), enumerable: false });
  }
  return value;
}

/** Says what a value is to `Object.prototype.toString`. */
export function tag(value: object, name: string): void {
  Object.defineProperty(value, Symbol.toStringTag, { value: name, configurable: true });
}

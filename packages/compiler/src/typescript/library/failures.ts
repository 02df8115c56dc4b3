import { RangeError, ReferenceError, TypeError } from "./error.ts";

/** Complains that a property of `undefined` or `null` is read. */
export function throwReading(isNull: boolean, name: string): never {
  throw new TypeError(`Cannot read properties of ${isNull ? "null" : "undefined"} (reading '${name}')`);
}

/** Complains that an element of `undefined` or `null` is read. */
export function throwReadingAt(isNull: boolean, index: number): never {
  throwReading(isNull, `${index}`);
}

/** Complains that a property of `undefined` or `null` is set. */
export function throwSetting(isNull: boolean, name: string): never {
  throw new TypeError(`Cannot set properties of ${isNull ? "null" : "undefined"} (setting '${name}')`);
}

/** Complains that an element of `undefined` or `null` is set. */
export function throwSettingAt(isNull: boolean, index: number): never {
  throwSetting(isNull, `${index}`);
}

/** Complains that a property is set that has a getter only. */
export function throwReadOnly(owner: string, name: string): never {
  throw new TypeError(`Cannot set property ${name} of ${owner} which has only a getter`);
}

/** Complains that something is given a property that only objects can be given. */
export function throwNotAdded(owner: string, name: string): never {
  throw new TypeError(`Cannot add property ${name} to ${owner}: declare it, or keep it in an object or Map`);
}

/** Complains that a primitive value is given a property. */
export function throwNotCreated(name: string, type: string, value: string): never {
  throw new TypeError(`Cannot create property '${name}' on ${type} '${value}'`);
}

/** Complains that something is done with the properties of `undefined` or `null`. */
export function throwNotConverted(): never {
  throw new TypeError("Cannot convert undefined or null to object");
}

/** Complains that a private member is read or written of an object of another class. */
export function throwPrivate(isWritten: boolean, name: string): never {
  const how = isWritten ? "write private member" : "read private member";
  const where = isWritten ? "to" : "from";
  throw new TypeError(`Cannot ${how} ${name} ${where} an object whose class did not declare it`);
}

/** Complains that something is called that is no function; `callee` is how the author names it. */
export function throwNotCallable(callee: string): never {
  throw new TypeError(`${callee} is not a function`);
}

/** Complains that something is constructed that is no class. */
export function throwNotConstructor(callee: string): never {
  throw new TypeError(`${callee} is not a constructor`);
}

/** Complains that something is iterated over that cannot be. */
export function throwNotIterable(iterable: string): never {
  throw new TypeError(`${iterable} is not iterable`);
}

/** Complains that something of this type is given to the library as an iterable. */
export function throwNotIterableValue(type: string): never {
  throw new TypeError(`${type} is not iterable (cannot read property Symbol(Symbol.iterator))`);
}

/** Complains that a property is searched with `in` where there can be none. */
export function throwNotSearchable(key: string, value: string): never {
  throw new TypeError(`Cannot use 'in' operator to search for '${key}' in ${value}`);
}

/** Complains of what `instanceof` asks about. */
export function throwNotClass(): never {
  throw new TypeError("Right-hand side of 'instanceof' is not callable");
}

/** Complains of the length that an array is given. */
export function throwArrayLength(): never {
  throw new RangeError("Invalid array length");
}

/** Complains that a variable is used before its declaration has run. */
export function throwNotDeclared(name: string): never {
  throw new ReferenceError(`Cannot access '${name}' before initialization`);
}

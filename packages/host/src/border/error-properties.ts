import type { Border } from "./border.ts";

/** What errors have of their classes. */
const COMMON: ReadonlySet<string> = new Set(["message", "name", "stack", "cause", "errors"]);

/** Gives an error what the module's error has. */
export function addErrorProperties(border: Border, value: Error, reference: object): void {
  const index = border.description.types.findIndex(
    (type) => type.type === "library" && type.name === "Error" && type.operations,
  );
  if (index < 0) return;
  const read = (name: string): unknown => {
    const operation = border.operation(index, name);
    return operation && border.decoder(operation.result)(border.call(operation.name)(reference));
  };
  define(value, "message", read("get message"), false);
  const name = read("get name");
  if (name !== value.name) define(value, "name", name, true);
  const stack = read("get stack");
  if (stack !== undefined) define(value, "stack", stack, false);
  const cause = read("get cause");
  if (cause !== undefined) define(value, "cause", cause, false);
  const errors = read("get errors");
  if (errors !== undefined) define(value, "errors", errors, false);
  for (const operation of Object.keys(border.type(index).operations ?? {})) {
    const property = operation.startsWith("get ") ? operation.slice("get ".length) : undefined;
    if (property === undefined || COMMON.has(property)) continue;
    const held = read(operation);
    if (held !== undefined) define(value, property, held, true);
  }
}

/** Unless a field of the class is the same. */
function define(target: object, name: string, value: unknown, enumerable: boolean): void {
  if (Object.hasOwn(target, name) && name !== "stack" && name !== "message" && name !== "errors") return;
  Object.defineProperty(target, name, { value, configurable: true, enumerable, writable: true });
}

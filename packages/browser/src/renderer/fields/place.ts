import type { ModelBinding } from "@rune/schema";
import { isSafePropertyName } from "@rune/schema";
import { modelNotAssignable } from "./messages.ts";
import type { Computed } from "../expression.ts";
import { compileExpression, compileValue } from "../expression.ts";
import { createReads } from "../reads.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";
import type { Row } from "../row.ts";
import { toText } from "../to-text.ts";
import { isObject } from "../value-type.ts";

/** A place in the data that can be assigned. */
export interface Place {
  /**
   * Puts the first of the values there that the place takes.
   * @throws RuneError, or what the controller says to the last of them
   */
  write(row: Row | undefined, values: readonly unknown[]): void;
}

/** Where a path stands. */
export type PlaceScope = Pick<BindingScope, "context" | "rows" | "component">;

type Write = (value: unknown) => void;

/** Turns the path of a `data-model` into what assigns it. */
export function compilePlace(path: ModelBinding["place"], { context, rows, component }: PlaceScope): Place {
  const [operation, first, second] = path;
  if (operation === "data") {
    return {
      write: (row, values) =>
        tryEach(values, (value) => {
          if (!component) context.assign(first, value);
          else if (!component.assign(first, value, row, rows.length)) throw modelNotAssignable(first);
        }),
    };
  }
  // Assigning depends on nothing: it is done when the user does something.
  const scope = { context, rows, component, reads: createReads() };
  const object = compileExpression(first, scope);
  const key = operation === "get" ? () => second as string : compileValue(second, scope);
  return {
    write(row, values) {
      const holder = object.evaluate(row);
      const name = toText(key(row));
      const write = isObject(holder) && isSafePropertyName(name) ? findWrite(object.type, holder, name) : undefined;
      if (!write) throw modelNotAssignable(name);
      tryEach(values, write);
      for (const each of scope.reads.names) context.changed.add(each);
    },
  };
}

/** What assigns a property or element of an object, if it can be assigned. */
function findWrite(type: Computed["type"], holder: object, name: string): Write | undefined {
  if (type.kind === "guest") {
    const { entry } = type;
    if (entry?.write) return (value) => entry.write?.(holder, name, value);
    const write = type.member(name)?.write;
    return write && ((value) => write(holder, value));
  }
  const push = type.kind === "host" ? type.push : undefined;
  if (!push && !(type.kind === "plain" && Object.hasOwn(holder, name))) return undefined;
  return (value) => {
    (holder as Record<string, unknown>)[name] = value;
    push?.(holder);
  };
}

function tryEach(values: readonly unknown[], write: Write): void {
  const last = values.length - 1;
  values.some((value, i) => {
    try {
      write(value);
      return true;
    } catch (error) {
      if (i === last) throw error;
      return false;
    }
  });
}

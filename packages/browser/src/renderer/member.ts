import { isSafePropertyName } from "@rune/schema";
import type { IndexOperation, MemberOperation } from "@rune/schema";
import type { StateMember } from "@rune/host";
import type { Computed, Evaluate } from "./expression.ts";
import { readMember } from "./read-member.ts";
import type { Reads } from "./reads.ts";
import { toText } from "./to-text.ts";
import { isObject } from "./value-type.ts";
import { followObject } from "./watch.ts";

/** A property by a fixed name. */
export function compileMember(object: Computed, [, path, name]: MemberOperation, reads: Reads): Computed {
  const { evaluate, type } = object;
  if (type.kind !== "guest") return { evaluate: (row, event) => readMember(evaluate(row, event), name), type };
  followObject(object, path, reads);
  const member = isSafePropertyName(name) ? type.member(name) : undefined;
  // Among the values of the type there may be texts.
  if (!member) return { evaluate: (row, event) => readInText(evaluate(row, event), name), type: { kind: "primitive" } };
  // It may be computed of anything.
  if (member.isComputed) reads.isVolatile = true;
  const read = guarded(member);
  return {
    evaluate: (row, event) => {
      const value = evaluate(row, event);
      return isObject(value) ? read(value) : readMember(value, name);
    },
    type: member.type,
  };
}

/** A property or element by a computed key. */
export function compileEntry(object: Computed, [, path]: IndexOperation, key: Evaluate, reads: Reads): Computed {
  const { evaluate, type } = object;
  const entry = type.kind === "guest" ? type.entry : undefined;
  if (type.kind !== "guest" || !entry) {
    if (type.kind === "guest") reads.isVolatile = true;
    const toHost = (value: unknown): unknown => (type.kind === "guest" ? type.toHost(value) : value);
    return {
      evaluate: (row, event) => readMember(toHost(evaluate(row, event)), toText(key(row, event))),
      type: type.kind === "guest" ? { kind: "host" } : type,
    };
  }
  followObject(object, path, reads);
  return {
    evaluate: (row, event) => {
      const value = evaluate(row, event);
      const name = toText(key(row, event));
      if (!isObject(value)) return readMember(value, name);
      return isSafePropertyName(name) ? entry.read(value, name) : undefined;
    },
    type: entry.type,
  };
}

/** A getter of the controller's that fails gives nothing, as any path that leads nowhere. */
function guarded({ read, isComputed }: StateMember): (reference: object) => unknown {
  if (!isComputed) return read;
  return (reference) => {
    try {
      return read(reference);
    } catch {
      return undefined;
    }
  };
}

function readInText(value: unknown, name: string): unknown {
  return isObject(value) ? undefined : readMember(value, name);
}

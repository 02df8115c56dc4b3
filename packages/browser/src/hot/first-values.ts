import type { InstanceExports } from "@rune/host";

/** What controllers exported before anybody used them. */
export interface FirstValues {
  /** Notes what a controller exports, unless that is known of it. */
  note(controller: InstanceExports): void;
  /** Names of variables that had another value in the other controller; of some values that cannot be said. */
  listChanges(before: InstanceExports, after: InstanceExports): string[];
}

export function createFirstValues(): FirstValues {
  const known = new WeakMap<InstanceExports, ReadonlyMap<string, string | undefined>>();
  return {
    note(controller) {
      if (!known.has(controller))
        known.set(controller, new Map(controller.variables.map((name) => [name, write(name, controller)])));
    },
    listChanges(before, after) {
      const [old, next] = [known.get(before), known.get(after)];
      return [...(next ?? [])].flatMap(([name, text]) => (text === old?.get(name) ? [] : [name]));
    },
  };
}

/** A variable's value as a text, the same for equal values. */
function write(name: string, controller: InstanceExports): string | undefined {
  try {
    return JSON.stringify(controller.read(name), (_key, value: unknown) => {
      if (value instanceof Map || value instanceof Set) return [...value];
      return typeof value === "bigint" ? String(value) : value;
    });
  } catch {
    // An object that holds itself, or a getter that throws.
    return undefined;
  }
}

import type { Border } from "./border.ts";
import { createMethod } from "./calls.ts";

/** A variable that a module exports, as its host uses it. */
export interface BorderVariable {
  /** Its value now. An object is the same JavaScript object each time, brought up to date. */
  read(): unknown;
  /** Converts a value and assigns it; absent where the module does not let it be assigned. */
  write?(value: unknown): void;
}

/** The variables that a module exports, by name. */
export function createVariables(border: Border): Map<string, BorderVariable> {
  const variables = new Map<string, BorderVariable>();
  for (const each of border.description.exports) {
    if (each.kind !== "value") continue;
    const { name } = each;
    const read = createMethod(border, each.read, name, []);
    const variable: BorderVariable = { read: () => read(undefined, []) };
    if (each.write) {
      const type = each.write.parameters[0]?.[0] ?? 0;
      const write = createMethod(border, each.write, name, [{ name: "value", type }]);
      variable.write = (value) => void write(undefined, [value]);
    }
    variables.set(name, variable);
  }
  return variables;
}

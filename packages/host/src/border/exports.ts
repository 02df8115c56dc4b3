import type { BorderExportDescription, BorderTypeDescription } from "@rune/schema";
import type { Border } from "./border.ts";
import { madeBy } from "./controllers.ts";
import { createFunction } from "./create-function.ts";
import { parametersOf } from "./function-codec.ts";

/** What a module exports, as JavaScript uses it. */
export function createExports(border: Border): Record<string, unknown> {
  const exports: Record<string, unknown> = {};
  for (const each of border.description.exports) {
    // Controllers have no object of JavaScript's: whoever makes one has its functions and variables.
    if (madeBy(border, each)) continue;
    Object.defineProperty(exports, each.name, { enumerable: true, configurable: true, ...createExport(border, each) });
  }
  return exports;
}

function createExport(border: Border, each: BorderExportDescription): PropertyDescriptor {
  switch (each.kind) {
    case "function":
      return { value: createFunction(border, each.call, each.name, parametersOf(border, each.type)), writable: true };
    case "class": {
      const type = border.type(each.type) as Extract<BorderTypeDescription, { type: "class" }>;
      return { value: border.classes.get(type.class), writable: true };
    }
    case "value": {
      const call = border.call(each.read.name);
      const decode = border.decoder(each.read.result);
      const read = (): unknown => named(decode(call()), each.name);
      return each.live ? { get: read } : { value: read(), writable: true };
    }
  }
}

/** A function without a name has that of the first variable that it is in. */
function named(value: unknown, name: string): unknown {
  if (typeof value === "function" && value.name === "") Object.defineProperty(value, "name", { value: name });
  return value;
}

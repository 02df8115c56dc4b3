import type { BorderExportDescription } from "@rune/schema";
import type { Border } from "./border.ts";
import type { Method } from "./calls.ts";
import { createMethod } from "./calls.ts";

/** A variable that a module exports, as its host uses it. */
export interface BorderVariable {
  /** Its value now. An object is the same JavaScript object each time, brought up to date. */
  read(): unknown;
  /** Converts a value and assigns it; absent where the module does not let it be assigned. */
  write?(value: unknown): void;
}

/** Gives the variables, by name, among exports of a module or of a controller that it has made. */
export type FindVariables = (controller?: object) => Map<string, BorderVariable>;

/** Prepares the use of variables among exports, once for all controllers that have these. */
export function createVariables(border: Border, exports: readonly BorderExportDescription[]): FindVariables {
  const calls = exports.flatMap((each) => {
    if (each.kind !== "value") return [];
    const { name, read, write } = each;
    const type = write?.parameters.at(-1)?.[0] ?? 0;
    const value = { name: "value", type };
    return [
      { name, read: createMethod(border, read, name, []), write: write && createMethod(border, write, name, [value]) },
    ];
  });
  return (controller) => new Map(calls.map((each) => [each.name, bind(each, controller)]));
}

function bind({ read, write }: { read: Method; write: Method | undefined }, controller?: object): BorderVariable {
  return {
    read: () => read(controller, []),
    ...(write && { write: (value) => void write(controller, [value]) }),
  };
}

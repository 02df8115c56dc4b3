import type {
  BorderCall,
  BorderExportDescription,
  BorderTypeDescription,
  ModuleInterface,
} from "./module-interface.ts";

/**
 * An interface as a module carries it: `classes` and `any` are missing where they are empty, and of exports what {@link completeInterface} adds.
 */
export interface CarriedInterface
  extends Omit<ModuleInterface, "exports" | "classes" | "any">, Partial<Pick<ModuleInterface, "classes" | "any">> {
  exports: CarriedExport[];
}

/** An export as a module carries it: without `kind` it is a value, if it can be read, or a function. */
export type CarriedExport = { name: string } & (
  | { kind?: "function"; type: number; call?: BorderCall }
  | { kind?: "value"; read: BorderCall; write?: BorderCall; live: boolean }
  | { kind: "class"; type: number }
);

/**
 * The whole of an interface that a module carries. A function that is called by its own name, gives nothing and takes each parameter in the usual
 * way needs no `call`. What is no interface stays as it is.
 *
 * @throws {TypeError} for some of what is no interface either
 */
export function completeInterface(carried: CarriedInterface): ModuleInterface {
  if (!carried?.exports) return carried as ModuleInterface;
  return {
    classes: [],
    any: {},
    ...carried,
    exports: carried.exports.map((each) =>
      each.kind
        ? (each as BorderExportDescription)
        : "read" in each
          ? { kind: "value", ...each }
          : { kind: "function", call: usualCall(carried, each), ...each },
    ),
  };
}

/** How a function is called where nothing else is said. */
export function usualCall({ types }: Pick<CarriedInterface, "types">, { name, type }: NamedFunction): BorderCall {
  const { parameters } = types[type] as Extract<BorderTypeDescription, { type: "function" }>;
  return {
    name,
    parameters: parameters.map((each) => [each.type, types[each.type]?.type === "number" ? "number" : "value"]),
  };
}

interface NamedFunction {
  name: string;
  type: number;
}

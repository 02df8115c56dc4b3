import type { Instruction, WasmFunction, WasmModule } from "../../wasm/index.ts";
import { functionType } from "../../wasm/index.ts";
import type { ArrayLayout } from "./array-layouts.ts";

/** Functions for arrays of each layout, by their names, each made when first asked for. */
export abstract class ArrayFunctionTable {
  #module: WasmModule;
  #functions = new Map<ArrayLayout, Map<string, WasmFunction>>();

  constructor(module: WasmModule) {
    this.#module = module;
  }

  /** A function, made if there is none yet. */
  protected known(layout: ArrayLayout, name: string, make: () => WasmFunction): WasmFunction {
    return this.#functions.get(layout)?.get(name) ?? make();
  }

  /** Makes a function. */
  protected define(
    layout: ArrayLayout,
    name: string,
    params: WasmFunction["params"],
    results: Parameters<typeof functionType>[1],
    body: Instruction[],
  ): WasmFunction {
    const made: WasmFunction = {
      name: `${layout.struct.name} ${name}`,
      type: functionType(
        params.map(({ type }) => type),
        results,
      ),
      params,
      body,
    };
    const functions = this.#functions.get(layout) ?? new Map<string, WasmFunction>();
    this.#functions.set(layout, functions.set(name, made));
    this.#module.functions.push(made);
    return made;
  }
}

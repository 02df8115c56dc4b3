import type { WasmModule } from "../../wasm/index.ts";
import { call, drop, functionType } from "../../wasm/index.ts";
import type { FlowNode, Inference } from "../infer/index.ts";
import { objectsOf } from "../infer/index.ts";
import type { IrProgram } from "../ir/index.ts";
import { Captures } from "./captures.ts";
import { ProgramGenerator } from "./program-generator.ts";

/** Makes the WASM module of an analysed program. Its exports are what bindings call. */
export function generate(program: IrProgram, inference: Inference): WasmModule {
  const captures = new Captures();
  const generator = new ProgramGenerator(inference, captures, isNeverInteger);
  const { module } = generator;
  for (const { name, variable } of program.exports) {
    for (const object of objectsOf(inference.analysis.moduleVariable(variable))) {
      if (object.type !== "function") continue;
      const instance = inference.analysis.existingInstance(object);
      if (instance) generator.functionFor(instance).wasm.exportNames = [name];
    }
  }
  const start = inference.initializers.map((instance) => drop(call(generator.functionFor(instance).wasm)));
  generator.generateBodies();
  module.start = { name: "start", type: functionType([], []), params: [], body: start };
  module.functions.push(module.start);
  return module;
}

function isNeverInteger(_node: FlowNode): boolean {
  return false;
}

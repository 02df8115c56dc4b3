import type { ModuleInterface } from "@rune/schema";
import type { WasmModule } from "../../wasm/index.ts";
import { call, drop, functionType } from "../../wasm/index.ts";
import type { Inference } from "../infer/index.ts";
import { dropResults } from "./border/drop-results.ts";
import { generateBorder } from "./border/generate-border.ts";
import { Captures } from "./captures.ts";
import { functionsWithIdentity } from "./function-identity.ts";
import { ProgramGenerator } from "./program-generator.ts";

/** A module, and what it shows to JavaScript. */
export interface GeneratedModule {
  module: WasmModule;
  interface: ModuleInterface;
}

/** Makes the WASM module of an analysed program. */
export function generate(inference: Inference): GeneratedModule {
  const captures = new Captures(functionsWithIdentity(inference));
  const generator = new ProgramGenerator(inference, captures);
  const { module } = generator;
  const description = generateBorder(generator, inference);
  const initializers = inference.initializers.map((instance) => generator.functionFor(instance).wasm);
  generator.generateBodies();
  dropResults(module, generator.withoutResult);
  generator.watch.settle(new Set(initializers));
  module.start = {
    name: "start",
    type: functionType([], []),
    params: [],
    body: initializers.map((initializer) => drop(call(initializer))),
  };
  module.functions.push(module.start);
  return { module, interface: description };
}

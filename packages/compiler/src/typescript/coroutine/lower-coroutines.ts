import type { IrFunction, IrModule } from "../ir/index.ts";
import { lowerAsyncFunction } from "./async-function.ts";
import { lowerAsyncGeneratorFunction } from "./async-generator-function.ts";
import { lowerGeneratorFunction } from "./generator-function.ts";
import { walkStatements } from "../ir/walk.ts";

/**
 * Brings functions that run in pieces down to ordinary ones: generators, async functions and async generators. Afterwards there is neither
 * `await` nor `yield` in the modules, nor a function of another kind than `ordinary`.
 *
 * The structure of the code is kept. What was a function's body goes into a function inside of it that is called once for each piece and finds its way to where it
 * stopped by a number.
 */
export function lowerCoroutines(modules: Iterable<IrModule>): void {
  const seen = new Set<IrFunction>();
  for (const { body } of modules) lowerInside(body, seen);
}

/** Functions inside come first: they use the variables of those around them, which move later. */
function lowerInside(definition: IrFunction, seen: Set<IrFunction>): void {
  if (seen.has(definition)) return;
  seen.add(definition);
  walkStatements(definition.body, { function: (inner) => lowerInside(inner, seen) });
  switch (definition.kind) {
    case "async":
      return lowerAsyncFunction(definition);
    case "generator":
      return lowerGeneratorFunction(definition);
    case "asyncGenerator":
      return lowerAsyncGeneratorFunction(definition);
    case "ordinary":
  }
}

import { loadBinaryen, withModule } from "./binaryen.ts";
import type { Binaryen, BinaryenModule } from "./binaryen.ts";
import type { CodePosition } from "./code-position.ts";
import type { EncodedModule } from "./encode.ts";
import type { WasmModule } from "./module.ts";
import { decodeMappings } from "@rune/schema/source-map";
import { generateText } from "./text/generate-text.ts";
import { restorePosition } from "./text/position-comment.ts";

/** How a module is optimised. */
export interface OptimizeOptions {
  /** @default 3 */
  optimizeLevel?: 0 | 1 | 2 | 3 | 4;
  /** From level 1 functions that read an element are not inlined, and engines cannot be relied on to do that. @default 0 */
  shrinkLevel?: 0 | 1 | 2;
  /** Whether to keep the names of functions, types and fields. @default false */
  names?: boolean;
  /** Whether the host only holds references and hands them back, and never calls or opens them. @default true */
  closedWorld?: boolean;
}

/**
 * Optimises an encoded module with Binaryen.
 *
 * @throws {Error} if Binaryen cannot read the module, or finds it invalid
 */
export async function optimizeModule(bytes: Uint8Array, options: OptimizeOptions = {}): Promise<Uint8Array> {
  const library = await loadBinaryen();
  return withModule(library, bytes, (module) =>
    withSettings(library, options, () => {
      optimize(module);
      return module.emitBinary();
    }),
  );
}

/**
 * Optimises a module and keeps track of where its code comes from. Binaryen's interface reads positions from text only, so the module goes
 * there as text.
 *
 * @throws {Error} if Binaryen finds the module invalid
 */
export async function optimizeWithPositions(module: WasmModule, options: OptimizeOptions = {}): Promise<EncodedModule> {
  const library = await loadBinaryen();
  const text = generateText(module, { positions: true });
  return withModule(library, text, (parsed) =>
    withSettings(library, options, () => {
      optimize(parsed);
      // Binaryen makes a source map only for a module that names it, and the name is not part of the result.
      const { sourceMap } = parsed.emitBinary("map");
      return { bytes: parsed.emitBinary(), positions: readPositions(sourceMap ?? "") };
    }),
  );
}

/** What Binaryen's own list of passes leaves: types that differ in nothing and functions that differ in nothing else, then unused types. */
function optimize(module: BinaryenModule): void {
  module.optimize();
  module.runPasses(["type-merging", "duplicate-function-elimination", "reorder-types"]);
}

function readPositions(sourceMap: string): CodePosition[] {
  const { mappings, sources } = JSON.parse(sourceMap) as { mappings: string; sources: string[] };
  return decodeMappings({ files: sources, mappings }).map(restorePosition);
}

/** Binaryen's settings are global and others in the process use them, so they are put back. */
function withSettings<T>(library: Binaryen, options: OptimizeOptions, run: () => T): T {
  const { optimizeLevel = 3, shrinkLevel = 0, names = false, closedWorld = true } = options;
  const before = [
    library.getOptimizeLevel(),
    library.getShrinkLevel(),
    library.getDebugInfo(),
    library.getClosedWorld(),
  ] as const;
  applySettings(library, [optimizeLevel, shrinkLevel, names, closedWorld]);
  try {
    return run();
  } finally {
    applySettings(library, before);
  }
}

function applySettings(
  library: Binaryen,
  [optimizeLevel, shrinkLevel, debugInfo, closedWorld]: readonly [number, number, boolean, boolean],
): void {
  library.setOptimizeLevel(optimizeLevel);
  library.setShrinkLevel(shrinkLevel);
  library.setDebugInfo(debugInfo);
  library.setClosedWorld(closedWorld);
}

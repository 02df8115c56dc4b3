import type { Diagnostic } from "@rune/schema";
import type ts from "typescript";
import type { CheckedProgram } from "../check/index.ts";
import type { IrFunction, IrModule } from "../ir/index.ts";
import type { LowerContext, SharedContext } from "./context.ts";
import type { LoweringState } from "./lower-again.ts";
import { createModuleContext, createSharedContext } from "./context.ts";
import { lowerStatements } from "./lower-statement.ts";
import { declaredTypes } from "./types/declared-types.ts";
import { lowerEntryExports, lowerModuleExports } from "./modules/exports.ts";
import { exportTimers } from "./modules/timer-export.ts";
import { forgetPositions } from "./position.ts";

/** A program in the intermediate form, and what of it is not supported. */
export interface LoweredProgram extends LoweringState {
  diagnostics: Diagnostic[];
}

function createModule(source: ts.SourceFile, library: boolean): IrModule {
  const body: IrFunction = {
    type: "function",
    name: "",
    kind: "ordinary",
    parameters: [],
    thisVariable: undefined,
    body: [],
    parent: undefined,
    generic: false,
    analyzed: undefined,
    library,
    kept: [],
    expressions: 0,
    position: { file: source.fileName, line: 1, column: 1 },
  };
  return { file: source.fileName, variables: [], body, exports: new Map() };
}

/** All modules are known before the first is lowered, since they refer to each other in any order. */
function lowerModules(shared: SharedContext, sources: readonly ts.SourceFile[]): LowerContext[] {
  const contexts = sources.map((source) => {
    forgetPositions(source);
    const module = createModule(source, shared.library);
    shared.modules.set(source, module);
    return createModuleContext(shared, source, module);
  });
  for (const context of contexts) {
    context.module.body.body.push(...lowerStatements(context, context.source.statements));
    context.module.exports = lowerModuleExports(context);
  }
  return contexts;
}

/** Brings a checked program into the intermediate form. */
export function lowerProgram(checked: CheckedProgram): LoweredProgram {
  const shared = createSharedContext(checked.checker, false);
  const contexts = lowerModules(shared, checked.files);
  const entry = contexts.find((context) => context.source === checked.entry);
  const exports = entry ? exportTimers(entry, lowerEntryExports(entry)) : [];
  return {
    program: { modules: contexts.map((context) => context.module), exports, declared: declaredTypes(shared) },
    shared,
    inner: new Map(),
    diagnostics: shared.diagnostics,
  };
}

/** Brings the library's files into the intermediate form: the modules, by file name. */
export function lowerLibrary(files: readonly ts.SourceFile[], checker: ts.TypeChecker): Map<string, IrModule> {
  const shared = createSharedContext(checker, true);
  const contexts = lowerModules(shared, files);
  return new Map(contexts.map((context) => [context.source.fileName, context.module]));
}

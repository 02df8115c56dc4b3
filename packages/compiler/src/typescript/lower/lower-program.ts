import type { Diagnostic } from "@rune/schema";
import type ts from "typescript";
import type { CheckedProgram } from "../check/index.ts";
import type { IrFunction, IrModule } from "../ir/index.ts";
import type { LowerContext, SharedContext } from "./context.ts";
import type { LoweringState } from "./lower-again.ts";
import { createModuleContext, createSharedContext } from "./context.ts";
import { lowerStatements } from "./lower-statement.ts";
import { declaredTypes } from "./types/declared-types.ts";
import type { ControllerFile } from "./modules/controllers.ts";
import { findMaking, lowerControllers, lowerStores } from "./modules/controllers.ts";
import { lowerEntryExports, lowerModuleExports } from "./modules/exports.ts";
import { exportTimers } from "./modules/timer-export.ts";
import { declareHoisted } from "./statements/var-hoisting.ts";
import { forgetPositions } from "./position.ts";

/** A program in the intermediate form, and what of it is not supported. */
export interface LoweredProgram extends LoweringState {
  diagnostics: Diagnostic[];
}

function createModule(source: ts.SourceFile, library: boolean, makes?: IrModule["makes"]): IrModule {
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
  return { file: source.fileName, variables: [], body, exports: new Map(), ...(makes && { makes }) };
}

/** All modules are known before the first is lowered, since they refer to each other in any order. */
function lowerModules(
  shared: SharedContext,
  sources: readonly ts.SourceFile[],
  makes: ReadonlyMap<ts.SourceFile, IrModule["makes"]> = new Map(),
): LowerContext[] {
  const contexts = sources.map((source) => {
    forgetPositions(source);
    const module = createModule(source, shared.library, makes.get(source));
    shared.modules.set(source, module);
    return createModuleContext(shared, source, module);
  });
  for (const context of contexts) {
    if (context.module.makes === "many") context.module.body.body.push(...declareHoisted(context, context.source));
    context.module.body.body.push(...lowerStatements(context, context.source.statements));
    context.module.exports = lowerModuleExports(context);
  }
  return contexts;
}

/** Brings a checked program into the intermediate form; its entry exports what makes the controllers besides. */
export function lowerProgram(
  checked: CheckedProgram,
  controllers: readonly ControllerFile[] = [],
  replaceable = false,
): LoweredProgram {
  const shared = createSharedContext(checked.checker, { replaceable });
  const contexts = lowerModules(shared, checked.files, findMaking(shared, checked, controllers));
  const entry = contexts.find((context) => context.source === checked.entry);
  const made = entry ? lowerControllers(entry, contexts, controllers) : { exports: [], controllers: [] };
  const files = new Set([checked.entry.fileName, ...controllers.map(({ file }) => file)]);
  const shares = contexts.filter(({ source }) => !files.has(source.fileName));
  const stores =
    entry && replaceable && controllers.length > 0 ? lowerStores(entry, shares) : { exports: [], controllers: [] };
  const exports = entry ? exportTimers(entry, [...lowerEntryExports(entry), ...made.exports, ...stores.exports]) : [];
  return {
    program: {
      modules: contexts.map((context) => context.module),
      exports,
      controllers: [...made.controllers, ...stores.controllers],
      declared: declaredTypes(shared),
    },
    shared,
    inner: new Map(),
    diagnostics: shared.diagnostics,
  };
}

/** Brings the library's files into the intermediate form: the modules, by file name. */
export function lowerLibrary(files: readonly ts.SourceFile[], checker: ts.TypeChecker): Map<string, IrModule> {
  const shared = createSharedContext(checker, { library: true });
  const contexts = lowerModules(shared, files);
  return new Map(contexts.map((context) => [context.source.fileName, context.module]));
}

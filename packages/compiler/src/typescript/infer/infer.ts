import type { IrModule, IrProgram, Statement } from "../ir/index.ts";
import { Analysis } from "./analysis.ts";
import type { KnownValues } from "./equals/summarize-range.ts";
import type { BorderExport, BorderUse } from "./border/index.ts";
import { Border, findShownTypes, leaveExport, outside } from "./border/index.ts";
import { noteEarlyReads } from "./objects/early-reads.ts";
import { addGivenFields } from "./objects/explicit-undefined.ts";
import { addOrderFields } from "./objects/field-orders.ts";
import { addWatchFields } from "./objects/watched-objects.ts";
import { kindsOf, objectsOf } from "./values/flow-node.ts";
import type { FunctionInstance } from "./values/function-instance.ts";
import { UNDEFINED } from "./values/kinds.ts";
import { findCharacters } from "./ranges/find-characters.ts";
import { findBigintRanges } from "./ranges/find-bigint-ranges.ts";
import { findRanges } from "./ranges/find-ranges.ts";
import { unsetFields } from "./ranges/unset-fields.ts";
import { visitExpression, visitInstance } from "./visitors/visit.ts";

/** Facts about a program: which functions run, and what reaches every place in them. */
export interface Inference extends KnownValues {
  analysis: Analysis;
  /** The analyses of the modules' top-level code, in order of evaluation; of library modules only if one of their variables is used. */
  initializers: FunctionInstance[];
  /** What crosses between JavaScript and the program. */
  border: Border;
  exports: BorderExport[];
}

/** Finds out what flows where in a program and in what it uses of the library; what is equal is still apart. */
export function infer(program: IrProgram, library: ReadonlyMap<string, IrModule>, use: BorderUse = {}): Inference {
  const analysis = new Analysis(library);
  const initializers: FunctionInstance[] = [];
  const libraryInitializers = new Map<IrModule, FunctionInstance>();
  analysis.onLibraryVariable = (variable, module) => {
    let instance = libraryInitializers.get(module);
    if (!instance) {
      instance = analysis.instanceFor(analysis.functionObject(module.body, undefined));
      analysis.pending.splice(analysis.pending.indexOf(instance), 1);
      libraryInitializers.set(module, instance);
    }
    const declaration = module.body.body.find(
      (statement): statement is Extract<Statement, { type: "declare" }> =>
        statement.type === "declare" && statement.variable === variable,
    );
    if (!declaration) return;
    const node = analysis.moduleVariable(variable);
    if (!declaration.value) analysis.solver.addKinds(node, UNDEFINED);
    else analysis.solver.connect(visitExpression({ analysis, instance }, declaration.value), node);
  };
  for (const module of program.modules.filter(({ makes }) => !makes)) {
    initializers.push(analysis.instanceFor(analysis.functionObject(module.body, undefined)));
  }
  const border = new Border(analysis, program.declared, use);
  const world = outside();
  const exports = program.exports.map((each) => leaveExport(border, world, each));
  border.leaveThrown();
  run(analysis);
  noteEarlyReads(analysis);
  run(analysis);
  addOrderFields(analysis);
  addGivenFields(analysis);
  if (use.watch) addWatchFields(analysis, findShownTypes(border, program.exports));
  for (const node of unsetFields(analysis.objects)) analysis.solver.noteAny(node);
  const ranges = findRanges(analysis.solver.numberNodes);
  const bigints = findBigintRanges(analysis.solver.bigintOrigins, ranges);
  const characters = findCharacters(analysis.solver.textNodes);
  return {
    analysis,
    initializers: [...libraryInitializers.values(), ...initializers],
    border,
    exports,
    ranges,
    bigints,
    characters,
  };
}

/**
 * Visits bodies and moves values until nothing changes.
 *
 * Filters come from the author's types: they leave out what a declared type names and the narrowed one does not, and let pass all that neither
 * names. Only a type guard that says more than it tests makes one wrong. If it leaves nothing of what arrives, the code behind it would be taken
 * never to run though it does, so all passes. One that leaves something cannot be told from a right one, and stays.
 */
function run(analysis: Analysis): void {
  for (;;) {
    for (let instance = analysis.pending.shift(); instance; instance = analysis.pending.shift()) {
      if (!instance.merged) visitInstance(analysis, instance);
      analysis.solver.solve();
    }
    analysis.solver.solve();
    if (analysis.pending.length > 0) continue;
    const blocked = analysis.narrowings.filter(
      ({ source, node }) =>
        kindsOf(node) === 0 && objectsOf(node).length === 0 && (kindsOf(source) !== 0 || objectsOf(source).length > 0),
    );
    if (blocked.length === 0) return;
    for (const { source, node } of blocked) analysis.solver.connect(source, node);
  }
}

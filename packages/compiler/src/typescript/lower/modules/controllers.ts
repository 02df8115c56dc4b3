import type { Diagnostic } from "@rune/schema";
import type ts from "typescript";
import type { CheckedProgram } from "../../check/index.ts";
import { findRuntimeImport } from "../../check/index.ts";
import type {
  BorderType,
  ExpressionOf,
  IrController,
  IrExport,
  IrFunction,
  IrModule,
  IrVariable,
  ObjectMember,
  Shape,
} from "../../ir/index.ts";
import { createExpression, createStatement, readVariable, runExpression, writeVariable } from "../builder.ts";
import type { LowerContext, SharedContext } from "../context.ts";
import { createFunction } from "../functions/lower-function.ts";
import { controllerImported, describeAt } from "../messages.ts";
import { positionOf } from "../position.ts";
import { lowerEntryExports } from "./exports.ts";

/** A file of the program that is a controller. */
export interface ControllerFile {
  /** Name of the export that makes it. */
  name: string;
  file: string;
  /** It is made many times, each with a state of its own; otherwise once. */
  many: boolean;
}

/**
 * How often the top-level code of controllers runs. A controller that is made once and that another file imports is an ordinary module,
 * which runs before that file; of one that is made many times there is no state that a file could import.
 */
export function findMaking(
  shared: SharedContext,
  checked: CheckedProgram,
  controllers: readonly ControllerFile[],
): Map<ts.SourceFile, IrModule["makes"]> {
  const makes = new Map<ts.SourceFile, IrModule["makes"]>();
  for (const { file, many } of controllers) {
    const source = checked.files.find(({ fileName }) => fileName === file);
    if (!source) continue;
    const others = checked.files.filter((each) => each !== checked.entry);
    const imported = others.flatMap((each) => {
      const specifier = findRuntimeImport(each, source, checked);
      return specifier ? [{ from: each, specifier }] : [];
    });
    const [first] = imported;
    if (!first) makes.set(source, many ? "many" : "one");
    else if (many) shared.diagnostics.push(refuseImport(first));
  }
  return makes;
}

function refuseImport({ from, specifier }: { from: ts.SourceFile; specifier: ts.StringLiteralLike }): Diagnostic {
  return describeAt(from, specifier, controllerImported(specifier.text));
}

/** Lets the entry of a program export what makes its controllers. */
export function lowerControllers(
  entry: LowerContext,
  contexts: readonly LowerContext[],
  files: readonly ControllerFile[],
): { exports: IrExport[]; controllers: IrController[] } {
  const exports: IrExport[] = [];
  const controllers: IrController[] = [];
  for (const file of files) {
    const context = contexts.find(({ source }) => source.fileName === file.file);
    if (!context) continue;
    const controller = lowerController(context, file);
    controllers.push(controller.made);
    exports.push(exportMaker(entry, file.name, controller.maker, controller.made.type));
  }
  return { exports, controllers };
}

/**
 * Lets the entry of a program export what gives the data of files that controllers share, as if each were a controller: so that another build can take it
 * over.
 */
export function lowerStores(
  entry: LowerContext,
  contexts: readonly LowerContext[],
): { exports: IrExport[]; controllers: IrController[] } {
  const exports: IrExport[] = [];
  const controllers: IrController[] = [];
  for (const context of contexts) {
    const data = lowerEntryExports(context).filter(isAssignable);
    if (data.length === 0) continue;
    const file = context.source.fileName;
    const { maker, made } = makeController(context, { name: file.replace(/\.ts$/, ""), file }, data);
    controllers.push(made);
    exports.push(exportMaker(entry, made.name, maker, made.type));
  }
  return { exports, controllers };
}

/** Whether there is something to assign: no function, nor what makes controllers. */
export function isAssignable({ type, variable }: Pick<IrExport, "type" | "variable">): boolean {
  return type.type !== "function" && type.type !== "class" && isVariable(variable);
}

function lowerController(context: LowerContext, file: ControllerFile): { maker: IrFunction; made: IrController } {
  // JavaScript has no use for the class itself: it sees instances.
  const exports = lowerEntryExports(context).filter(({ type }) => type.type !== "class");
  return makeController(context, file, exports);
}

function makeController(
  context: LowerContext,
  { name, file }: Pick<ControllerFile, "name" | "file">,
  exports: IrExport[],
): { maker: IrFunction; made: IrController } {
  const { module, source } = context;
  // What others import has run by then; all that is left to do is to give what it exports.
  const maker = module.makes ? module.body : createFunction(context, source, "");
  const inner: LowerContext = { ...context, function: maker };
  const setters = new Map<string, IrFunction>();
  const members = exports.flatMap((each): ObjectMember[] => {
    const { variable } = each;
    if (!variable.owner) return [];
    if (!isVariable(variable))
      return [{ type: "value", name: each.name, value: readVariable(inner, source, variable) }];
    setters.set(each.name, createSetter(inner, each));
    return [{ type: "get", name: each.name, function: createGetter(inner, each) }];
  });
  const shape: Shape = { name: "", declared: [], dictionary: false };
  const value = createExpression(inner, source, { op: "object", shape, members });
  maker.body.push(createStatement(inner, source, { type: "return", value }));
  const type: IrController["type"] = { type: "controller", exports };
  return { maker, made: { name, file, type, object: value as ExpressionOf<"object">, setters } };
}

/** Whether a variable can hold something else later. */
function isVariable({ kind }: IrVariable): boolean {
  return kind === "let" || kind === "var";
}

function createGetter(context: LowerContext, { name, variable }: IrExport): IrFunction {
  const getter = createFunction(context, context.source, name);
  const inner: LowerContext = { ...context, function: getter };
  const value = readVariable(inner, context.source, variable);
  getter.body.push(createStatement(inner, context.source, { type: "return", value }));
  return getter;
}

/** That it assigns the variable counts once it is a member of the object. */
function createSetter(context: LowerContext, { name, variable }: IrExport): IrFunction {
  const { shared, source } = context;
  const setter = createFunction(context, source, name);
  const inner: LowerContext = { ...context, function: setter };
  const given: IrVariable = { ...createVariable(context, "value", "parameter"), owner: setter };
  setter.parameters.push({ variable: given, rest: false });
  const { writes } = variable;
  const { length } = shared.written;
  const write = writeVariable(inner, source, variable, readVariable(inner, source, given));
  variable.writes = writes;
  shared.written.length = length;
  setter.body.push(runExpression(inner, source, write));
  return setter;
}

function exportMaker(entry: LowerContext, name: string, maker: IrFunction, result: BorderType): IrExport {
  const variable = createVariable(entry, name, "function");
  variable.holds = maker;
  entry.module.variables.push(variable);
  entry.module.body.body.push(
    createStatement(entry, entry.source, { type: "declareFunction", variable, function: maker }),
  );
  const type: BorderType = { type: "function", parameters: [], result, async: false, fields: [] };
  return { name, variable, type, assigned: false };
}

function createVariable(context: LowerContext, name: string, kind: IrVariable["kind"]): IrVariable {
  const position = positionOf(context.source, context.source);
  return { name, kind, owner: undefined, captured: false, writes: 0, holds: undefined, position };
}

/** Says which variables of a controller JavaScript assigns. That setters assign them counts from then on. */
export function assignMembers(
  { object, setters, type }: IrController,
  isAssigned: (exported: IrExport) => boolean,
): void {
  for (const each of type.exports) each.assigned = isAssigned(each);
  const assigned = type.exports.filter((each) => each.assigned && setters.has(each.name));
  for (const { variable } of assigned) variable.writes++;
  object.members = [
    ...object.members.filter((member) => member.type !== "set"),
    ...assigned.map(({ name }): ObjectMember => ({ type: "set", name, function: setters.get(name)! })),
  ];
}

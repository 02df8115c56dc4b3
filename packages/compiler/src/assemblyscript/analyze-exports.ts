import { CommonFlags, NodeKind } from "./syntax-kinds.ts";
import type {
  DeclarationStatement,
  ExportStatement,
  FunctionDeclaration,
  Source,
  VariableDeclaration,
} from "assemblyscript";
import type { ModuleExport } from "@rune/schema";
import { declarationsOf, findDeclaration, findExport, findSource, resolveBorderType } from "./border-types.ts";
import type { BorderType, Declared } from "./border-types.ts";
import type { Reporter } from "./diagnostics.ts";
import * as messages from "./messages.ts";
import { INITIALIZE } from "./project.ts";
import type { Project } from "./project.ts";

/** A function that the module exports, and how its values cross the border. */
export interface ExportedFunction {
  entry: ModuleExport;
  declaration: FunctionDeclaration;
  parameters: BorderType[];
  /** `undefined`: `void`. */
  result: BorderType | undefined;
}

const reserved: ReadonlySet<string> = new Set(["memory", "rune_alloc", "rune_free", INITIALIZE, "_start", "default"]);

/** Finds the module's exported functions and checks that their types can cross the border. */
export function analyzeExports(project: Project, reporter: Reporter): ExportedFunction[] {
  const { program, input } = project;
  const main = program.sources.find((source) => source.normalizedPath === input.file);
  if (!main) return [];
  const functions: ExportedFunction[] = [];
  for (const [name, { declaration, source }] of listExports(project, main)) {
    if (declaration.kind === NodeKind.FunctionDeclaration) {
      const found = analyzeFunction(project, reporter, name, declaration as FunctionDeclaration, source);
      if (found) functions.push(found);
    } else if (holdsFunction(declaration)) {
      reporter.add(messages.functionValueExport(reporter.place(declaration.name.range), name));
    }
  }
  return functions;
}

/** Everything that a file exports, by exported name. */
function listExports({ program }: Project, main: Source): Map<string, Declared> {
  const exports = new Map<string, Declared>();
  const visited = new Set<Source>();
  const visit = (source: Source): void => {
    if (visited.has(source)) return;
    visited.add(source);
    for (const statement of source.statements) {
      for (const declaration of declarationsOf(statement)) {
        if (declaration.is(CommonFlags.Export)) add(declaration.name.text, { declaration, source });
      }
      if (statement.kind !== NodeKind.Export) continue;
      const { members, internalPath } = statement as ExportStatement;
      const target = internalPath === null ? source : findSource(program, internalPath);
      if (!target) continue;
      if (!members) visit(target);
      for (const { localName, exportedName } of members ?? []) {
        const find = target === source ? findDeclaration : findExport;
        add(exportedName.text, find(program, target, localName.text));
      }
    }
  };
  const add = (name: string, declared: Declared | undefined): void => {
    if (declared && !exports.has(name)) exports.set(name, declared);
  };
  visit(main);
  return exports;
}

function analyzeFunction(
  { program }: Project,
  reporter: Reporter,
  name: string,
  declaration: FunctionDeclaration,
  source: Source,
): ExportedFunction | undefined {
  const { signature } = declaration;
  if (declaration.is(CommonFlags.Ambient)) return undefined;
  if (reserved.has(name)) {
    reporter.add(messages.reservedExport(reporter.place(declaration.name.range), name));
    return undefined;
  }
  if (declaration.typeParameters?.length) {
    reporter.add(messages.genericExport(reporter.place(declaration.name.range), name));
    return undefined;
  }
  const parameters: BorderType[] = [];
  for (const { type, name: parameter } of signature.parameters) {
    const text = textOf(type.range) || undefined;
    const resolved = text === undefined ? undefined : resolveBorderType(program, source, type, "parameter");
    const place = reporter.place(text === undefined ? parameter.range : type.range);
    if (resolved) parameters.push(resolved);
    else reporter.add(messages.parameterType(place, name, parameter.text, text));
  }
  const { returnType } = signature;
  const result = isVoid(declaration) ? undefined : resolveBorderType(program, source, returnType, "result");
  if (!result && !isVoid(declaration)) {
    reporter.add(messages.resultType(reporter.place(returnType.range), name, textOf(returnType.range)));
    return undefined;
  }
  if (parameters.length < signature.parameters.length) return undefined;
  const entry: ModuleExport = {
    name,
    parameters: parameters.map(({ value }, i) => ({ name: signature.parameters[i]?.name.text ?? "", type: value })),
    ...(result ? { result: result.value } : {}),
  };
  return { entry, declaration, parameters, result };
}

function isVoid({ signature: { returnType } }: FunctionDeclaration): boolean {
  return textOf(returnType.range) === "void";
}

function textOf(range: { start: number; end: number; source: Source }): string {
  return range.source.text.slice(range.start, range.end);
}

function holdsFunction(declaration: DeclarationStatement): boolean {
  if (declaration.kind !== NodeKind.VariableDeclaration) return false;
  const { initializer, type } = declaration as VariableDeclaration;
  return initializer?.kind === NodeKind.Function || type?.kind === NodeKind.FunctionType;
}

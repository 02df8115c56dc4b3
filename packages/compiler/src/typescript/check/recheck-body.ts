import ts from "typescript";
import type { CompileModuleInput } from "../../engines/compiled-module.ts";
import { findBodyEdit } from "./body-edit.ts";
import type { CheckedProgram, RecheckedProgram } from "./checked-program.ts";
import { withoutGuarded } from "./guarded-names.ts";
import { LIBRARY_FILE } from "./library.ts";
import type { Project } from "./project.ts";
import { findRefusals } from "./refusals/find-refusals.ts";

/** TypeScript checks single nodes for editors, which look at what is on the screen first. */
interface RegionChecker {
  getSemanticDiagnostics(file: ts.SourceFile, token: undefined, nodes: readonly ts.Node[]): readonly ts.Diagnostic[];
}

/** What TypeScript notes of a file of a program, types that are imported in the middle of code included. */
interface WithImports {
  imports: readonly ts.StringLiteralLike[];
}

/** Checks the one function whose body was edited; see {@link CheckSession.recheck}. */
export function recheckBody(
  previous: CheckedProgram,
  input: CompileModuleInput,
  project: Project,
): RecheckedProgram | undefined {
  const { program, files } = project;
  if (project.diagnostics.length > 0) return undefined;
  const before = previous.program.getSourceFiles().filter(({ fileName }) => fileName !== LIBRARY_FILE);
  const changed = files.filter((file, index) => file !== before[index]);
  const [after] = changed;
  if (before.length !== files.length || changed.length !== 1 || !after || after.isDeclarationFile) return undefined;
  const was = before[files.indexOf(after)];
  if (was?.fileName !== after.fileName || !areImportsSame(previous, project, before)) return undefined;
  const edit = findBodyEdit(was, after);
  if (!edit) return undefined;

  const checker = program.getTypeChecker();
  if (program.getSyntacticDiagnostics(after).length > 0) return undefined;
  const region: RegionChecker = program as unknown as RegionChecker;
  const wrong = withoutGuarded(region.getSemanticDiagnostics(after, undefined, [edit.after]));
  if (wrong.length > 0 || program.getGlobalDiagnostics().length > 0) return undefined;
  let isRefused = false;
  findRefusals(files, checker, () => (isRefused = true), edit.after);
  if (isRefused) return undefined;

  const current = (file: ts.SourceFile): ts.SourceFile => (file === was ? after : file);
  const checked: CheckedProgram = {
    ...previous,
    entry: current(previous.entry),
    files: previous.files.map(current),
    checker,
    program,
    findImported: project.findImported,
  };
  return input.file === checked.entry.fileName ? { checked, edit } : undefined;
}

/** Whether all imports mean the files that they meant; what else lies around them may have changed. */
function areImportsSame(previous: CheckedProgram, project: Project, files: readonly ts.SourceFile[]): boolean {
  return files.every((file, index) => {
    const now = project.files[index]!;
    const { imports } = file as ts.SourceFile & WithImports;
    return imports.every(({ text }) => previous.findImported(file, text) === project.findImported(now, text));
  });
}

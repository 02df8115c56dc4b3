import type { Diagnostic } from "@rune/schema";
import ts from "typescript";
import type { CompileModuleInput } from "../../engines/compiled-module.ts";
import type { CheckOptions, CheckSession, CheckedProgram } from "./checked-program.ts";
import { areTypesComplete, resolveCompilerOptions } from "./compiler-options.ts";
import { arrangeDiagnostics, translateDiagnostic } from "./diagnostics.ts";
import { orderModules } from "./evaluation-order.ts";
import { withoutGuarded } from "./guarded-names.ts";
import { bindFile, repairBinder } from "./library.ts";
import { findDeepest } from "./find-deepest.ts";
import { checkerFailed, tooDeep } from "./messages.ts";
import type { NamedText } from "./place.ts";
import type { Project } from "./project.ts";
import { createProject } from "./project.ts";
import { recheckBody } from "./recheck-body.ts";
import { findRefusals } from "./refusals/find-refusals.ts";
import type { SourceFileCache } from "./source-files.ts";
import { createSourceFileCache } from "./source-files.ts";

/** Parses and checks a module with all that it imports, once. */
export function checkProgram(input: CompileModuleInput, options: CheckOptions = {}): CheckedProgram {
  return createCheckSession().check(input, options);
}

/** Starts a session, in which an edited module is checked again without parsing what has not changed. */
export function createCheckSession(): CheckSession {
  const caches = new Map<string, SourceFileCache>();
  const cacheFor = (compilerOptions: ts.CompilerOptions): SourceFileCache => {
    const key = JSON.stringify(compilerOptions);
    const cache = caches.get(key) ?? createSourceFileCache();
    caches.set(key, cache);
    return cache;
  };
  return {
    check(input, options = {}) {
      const checkAs = (compilerOptions: ts.CompilerOptions): CheckedProgram =>
        checkSafely(input, compilerOptions, cacheFor(compilerOptions));
      const asked = resolveCompilerOptions(options.compilerOptions);
      if (areTypesComplete(asked)) return checkAs(asked);
      // What the compiler knows of a program does not depend on how strict its author is; what is an error does.
      const checked = checkAs(resolveCompilerOptions());
      return checked.diagnostics.length === 0 ? checked : { ...checked, diagnostics: checkAs(asked).diagnostics };
    },
    recheck(previous, input, options = {}) {
      const asked = resolveCompilerOptions(options.compilerOptions);
      if (asked.noUnusedLocals || asked.noUnusedParameters) return undefined;
      // What is right in a strict check is right in a looser one.
      const used = areTypesComplete(asked) ? asked : resolveCompilerOptions();
      const cache = cacheFor(used);
      try {
        return recheckBody(previous, input, createProject(input, used, cache));
      } catch {
        cache.clear();
        repairBinder();
        return undefined;
      }
    },
  };
}

/** The file that is being looked at, for failures of TypeScript, which do not say where they happened. */
interface Progress {
  file: NamedText;
}

function checkSafely(input: CompileModuleInput, options: ts.CompilerOptions, cache: SourceFileCache): CheckedProgram {
  if (!isModulePath(input.file))
    throw new TypeError(`${JSON.stringify(input.file)} is no project-relative path of a .ts file`);
  const progress: Progress = { file: { fileName: input.file, text: input.source } };
  try {
    return check(input, createProject(input, options, cache), progress);
  } catch (error) {
    // What TypeScript was in the middle of is half done, in its binder and in the files.
    cache.clear();
    repairBinder();
    const { fileName } = progress.file;
    const diagnostic =
      error instanceof RangeError ? tooDeep(fileName, findDeepest([progress.file])) : checkerFailed(fileName, error);
    const nothing = { file: input.file, source: "", readFile: () => undefined };
    const checked = check(nothing, createProject(nothing, options, createSourceFileCache()), progress);
    return { ...checked, diagnostics: [diagnostic] };
  }
}

function isModulePath(path: string): boolean {
  const isNormal = path.split("/").every((part) => !["", ".", ".."].includes(part)) && !path.includes("\\");
  return isNormal && /(?<!\.d)\.m?ts$/.test(path);
}

function check(input: CompileModuleInput, project: Project, progress: Progress): CheckedProgram {
  const { program, files } = project;
  const entry = files.find(({ fileName }) => fileName === input.file);
  if (!entry) throw new Error("the module is not in its program");

  const own = [...project.diagnostics];
  const checker = startChecker(project, progress);
  const report = (diagnostic: Diagnostic): void => void own.push(diagnostic);
  const typescript = findErrors(project, progress).map((found) => translateDiagnostic(found, input.file));
  progress.file = entry;
  findRefusals(files, checker, report);
  const ordered = orderModules(entry, project, checker, report);
  return {
    entry,
    files: ordered,
    checker,
    program,
    diagnostics: arrangeDiagnostics(own, typescript, input.file),
    dependencies: files
      .map(({ fileName }) => fileName)
      .filter((file) => file !== input.file)
      .sort(),
    findImported: project.findImported,
  };
}

/** Binds all files. Where one of them nests too deeply for that, finds out which. */
function startChecker({ program, files }: Project, progress: Progress): ts.TypeChecker {
  try {
    return program.getTypeChecker();
  } catch (error) {
    repairBinder();
    for (const file of files) {
      progress.file = file;
      bindFile(ts.createSourceFile(file.fileName, file.text, ts.ScriptTarget.ES2023));
    }
    throw error;
  }
}

/** TypeScript's errors in the author's files: those of syntax, and only without any those of types. */
function findErrors({ program, files }: Project, progress: Progress): ts.Diagnostic[] {
  const syntax = files.flatMap((file) => program.getSyntacticDiagnostics(file));
  if (syntax.length > 0) return syntax;
  const types = files.flatMap((file) => {
    progress.file = file;
    return withoutGuarded(program.getSemanticDiagnostics(file));
  });
  return [...program.getOptionsDiagnostics(), ...types, ...program.getGlobalDiagnostics()];
}

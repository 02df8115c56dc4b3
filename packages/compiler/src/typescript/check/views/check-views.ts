import ts from "typescript";
import type { CheckViewsInput, CheckedView } from "../../../engines/view-checks.ts";
import type { ViewFinding } from "../../../html/index.ts";
import { findAuthorOptions } from "../author-options.ts";
import { resolveCompilerOptions } from "../compiler-options.ts";
import { repairBinder } from "../library.ts";
import { createProject } from "../project.ts";
import type { SourceFileCache } from "../source-files.ts";
import { createSourceFileCache } from "../source-files.ts";
import { findProblems } from "./find-problems.ts";

/** Starts a session, in which views are checked again without parsing what has not changed. */
export function createViewCheckSession(): (input: CheckViewsInput) => ViewFinding[][] {
  const caches = new Map<string, SourceFileCache>();
  return (input) => {
    const found = new Map<CheckedView, ViewFinding[]>();
    for (const [key, views] of groupByOptions(input)) {
      const cache = caches.get(key) ?? createSourceFileCache();
      caches.set(key, cache);
      try {
        checkTogether(views, input, JSON.parse(key) as ts.CompilerOptions, cache, found);
      } catch {
        // Whatever TypeScript cannot bear, it says where it compiles the controllers.
        cache.clear();
        repairBinder();
      }
    }
    return input.views.map((view) => found.get(view) ?? []);
  };
}

/** Views are as strict as the controllers beside them. */
function groupByOptions({ views, readFile }: CheckViewsInput): Map<string, CheckedView[]> {
  const groups = new Map<string, CheckedView[]>();
  for (const view of views) {
    const author = findAuthorOptions({ ...view, readFile }, true) ?? {};
    const key = JSON.stringify(resolveCompilerOptions(author));
    groups.set(key, [...(groups.get(key) ?? []), view]);
  }
  return groups;
}

function checkTogether(
  views: readonly CheckedView[],
  { readFile }: CheckViewsInput,
  options: ts.CompilerOptions,
  cache: SourceFileCache,
  found: Map<CheckedView, ViewFinding[]>,
): void {
  const byFile = new Map(views.map((view) => [view.file, view]));
  const entry = {
    file: "(views).ts",
    source: views.map(({ file }) => `import ${JSON.stringify(`./${file}`)};\n`).join(""),
    readFile: (path: string) => byFile.get(path)?.source ?? readFile(path),
  };
  const { program } = createProject(entry, options, cache);
  const checker = program.getTypeChecker();
  for (const view of views) {
    const file = program.getSourceFile(view.file);
    if (file && program.getSyntacticDiagnostics(file).length === 0) {
      found.set(view, findProblems(file, program.getSemanticDiagnostics(file), checker));
    }
  }
}

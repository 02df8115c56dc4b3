import { analyzeExports } from "./analyze-exports.ts";
import { analyzeImports } from "./analyze-imports.ts";
import { analyzePurity } from "./analyze-purity.ts";
import { analyzeTargets } from "./analyze-targets.ts";
import { checkText } from "./check-text.ts";
import type { CompileModuleInput, CompileModuleOptions, CompileModuleResult } from "../engines/compiled-module.ts";
import { createReporter } from "./diagnostics.ts";
import { emitModule } from "./emit.ts";
import { generateEntry } from "./generate-entry.ts";
import { compilerFailed, tooDeep } from "./messages.ts";
import { DEFAULT_PAGES, addEntry, createProject, parseProject } from "./project.ts";
import { rewriteDataLiterals } from "./rewrite-data-literals.ts";

/**
 * Compiles a module of the AssemblyScript dialect for the linear ABI, in process and without a disk. The same input gives
 * the same bytes. It does not throw for what an author wrote: every failure is a diagnostic.
 */
export async function compileModule(
  input: CompileModuleInput,
  options: CompileModuleOptions = {},
): Promise<CompileModuleResult> {
  const refusal = checkText(input.file, input.source);
  if (refusal) return { diagnostics: [refusal] };
  try {
    return compile(input, options);
  } catch (error) {
    const diagnostic = error instanceof RangeError ? tooDeep(input.file) : compilerFailed(input.file, error);
    return { diagnostics: [diagnostic] };
  }
}

function compile(input: CompileModuleInput, options: CompileModuleOptions): CompileModuleResult {
  const project = createProject(input, options);
  const reporter = createReporter(project);
  parseProject(project, reporter);
  if (reporter.hasErrors()) return { diagnostics: reporter.finish() };

  const exports = analyzeExports(project, reporter);
  const purity = analyzePurity(project);
  analyzeImports(project, reporter);
  const targets = analyzeTargets(project);
  const updates = rewriteDataLiterals(project);
  addEntry(project, generateEntry(project.input.file, exports));
  const emitted = emitModule(project, reporter, options);
  if (!emitted || reporter.hasErrors()) return { diagnostics: reporter.finish() };

  const module = {
    ...emitted,
    abi: "linear" as const,
    exports: exports.map(({ entry, declaration, result }) => {
      const isPure = purity.functions.has(declaration) && (!result?.converts || purity.dataIsPure);
      return isPure ? { ...entry, pure: true } : entry;
    }),
    features: [],
    limits: { memory_pages: options.memoryPages ?? DEFAULT_PAGES },
    updates,
    targets,
    dependencies: [...project.files.keys()].filter((file) => file !== input.file).sort(),
  };
  return { module, diagnostics: reporter.finish() };
}

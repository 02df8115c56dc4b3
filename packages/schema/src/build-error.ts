import { formatDiagnostic, type Diagnostic } from "./diagnostic.ts";
import { makeVisible } from "./make-visible.ts";

/**
 * All errors of a build as the one error that a bundler can take. Its `id`, `loc` and `frame` are the first
 * diagnostic's; the frame goes on with the others in full. Columns count from 1, because bundlers and Vite's overlay
 * print them as they are and hand them to editors.
 */
export class BuildError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly id: string | undefined;
  readonly loc: { file: string; line: number; column: number } | undefined;
  readonly frame: string;

  /** `resolveFile` turns a diagnostic's project-relative path into one that the bundler can open. */
  constructor(
    diagnostics: readonly Diagnostic[],
    resolveFile: (file: string) => string = (file) => file,
    options?: ErrorOptions,
  ) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    const [first, ...others] = errors;
    super(first ? summarize(first, others.length) : "the build failed", options);
    this.name = "BuildError";
    this.diagnostics = diagnostics;
    this.id = first?.file === undefined ? undefined : makeVisible(resolveFile(first.file));
    this.loc =
      this.id === undefined || !first?.range
        ? undefined
        : { file: this.id, line: first.range.start.line, column: first.range.start.column };
    const shown = makeVisible([first?.frame, first?.stack].filter(Boolean).join("\n"));
    this.frame = [shown, ...others.map(formatDiagnostic)].filter(Boolean).join("\n\n");
    // The place that matters is the author's, not where this object was made.
    this.stack = "";
  }
}

function summarize(first: Diagnostic, others: number): string {
  const count = others === 0 ? "" : ` (and ${others} more error${others === 1 ? "" : "s"} below)`;
  return makeVisible(`${first.message} [${first.code}]${count}${first.hint ? `\nhint: ${first.hint}` : ""}`);
}

import { formatDiagnostic } from "@rune/schema";
import { compileSource } from "@rune/compiler/engines";
import { compileApp, type CompileAppOptions, type CompileAppResult } from "@rune/compiler/package";
import { expect } from "vitest";

export const decoder: TextDecoder = new TextDecoder();

/** Compiles an app of these files. */
export function compile(
  files: Record<string, string>,
  options: Partial<CompileAppOptions> = {},
): Promise<CompileAppResult> {
  const encoder = new TextEncoder();
  const source = {
    directory: "app",
    files: new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const)),
  };
  return compileApp(source, {
    id: "test",
    name: "Test",
    version: "1.0.0",
    routing: "path",
    capabilities: [],
    release: false,
    compileModule: compileSource,
    ...options,
  });
}

/** The messages of an app that is expected not to compile. */
export async function listProblems(
  files: Record<string, string>,
  options?: Partial<CompileAppOptions>,
): Promise<string[]> {
  const { output, diagnostics } = await compile(files, options);
  expect(output).toBeUndefined();
  return diagnostics.map((each) => formatDiagnostic({ ...each, frame: "" }).replace("\nhint: ", " | "));
}

/** The warnings of an app that compiles. */
export async function listWarnings(
  files: Record<string, string>,
  options?: Partial<CompileAppOptions>,
): Promise<string[]> {
  const { output, diagnostics } = await compile(files, options);
  expect(output).toBeDefined();
  return diagnostics.map((each) => formatDiagnostic({ ...each, frame: "" }).replace("\nhint: ", " | "));
}

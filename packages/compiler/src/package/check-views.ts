import type { Diagnostic } from "@rune/schema";
import type { CheckViews } from "../engines/index.ts";
import type { ViewFinding } from "../html/index.ts";

/** A text of an author as TypeScript, for whose types what is around it decides. */
export interface CheckedText {
  /** Project-relative path of the author's file; imports count from it. */
  file: string;
  /** Declares what the text uses. */
  header: string;
  text: string;
  /** Says in the author's places and words what was found in the text. */
  explain(findings: readonly ViewFinding[]): Diagnostic[];
}

/** Checks the types of views and data. */
export async function checkTypes(
  texts: readonly CheckedText[],
  readFile: (path: string) => string | undefined,
  check: CheckViews,
): Promise<Diagnostic[]> {
  const views = texts.map(({ file, header, text }, index) => ({ file: nameFile(file, index), source: header + text }));
  const found = await check({ views, readFile });
  return texts.flatMap(({ header: { length }, explain }, i) => {
    return explain((found[i] ?? []).map((each) => ({ ...each, start: each.start - length, end: each.end - length })));
  });
}

/** The text lies beside the author's, under a name that no file of an author has. */
function nameFile(file: string, index: number): string {
  return `${file.slice(0, file.lastIndexOf("/") + 1)}(view ${index}).ts`;
}

/** What imports a file's exports from beside another file, both by their project-relative paths. */
export function writeImport(specifiers: readonly string[], from: string, beside: string): string {
  const up = "../".repeat(beside.split("/").length - 1) || "./";
  return `import { ${specifiers.join(", ")} } from ${JSON.stringify(up + from)};\n`;
}

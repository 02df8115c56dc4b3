import type { Diagnostic } from "@rune/schema";
import type { CheckViews } from "../engines/index.ts";
import type { CheckedUse, ViewFinding } from "../html/index.ts";
import { declareGiven } from "./check-given.ts";
import type { ScopeController } from "./check-scope.ts";

/** A text of an author as TypeScript, for whose types what is around it decides. */
export interface CheckedText {
  /** Tells it apart from the others: the name of the view. */
  name: string;
  /** Project-relative path of the author's file; imports count from it. */
  file: string;
  /** Declares what the text uses. */
  header: string;
  /** Empty where nothing can be checked. */
  text: string;
  /** Names that the header does not declare: a component may be given them. */
  open?: readonly string[];
  /** The components that it gives values, by their numbers in the text. */
  uses?: readonly CheckedUse[];
  /** Of a component: its controller, whose variables have types that given values must fit. */
  controller?: ScopeController | undefined;
  /** Says in the author's places and words what was found in the text. */
  explain(findings: readonly ViewFinding[]): Diagnostic[];
}

/** Checks the types of views and data. */
export async function checkTypes(
  texts: readonly CheckedText[],
  readFile: (path: string) => string | undefined,
  check: CheckViews,
): Promise<Diagnostic[]> {
  const checked = declareGiven(texts).filter(({ text }) => text !== "");
  const views = checked.map((each) => ({ file: nameFile(each), source: each.header + each.text }));
  const found = await check({ views, readFile });
  return checked.flatMap(({ header: { length }, explain }, i) => {
    return explain((found[i] ?? []).map((each) => ({ ...each, start: each.start - length, end: each.end - length })));
  });
}

/** The text lies beside the author's, under a name that no file of an author has. */
export function nameFile({ file, name }: Pick<CheckedText, "file" | "name">): string {
  return `${file.slice(0, file.lastIndexOf("/") + 1)}(view ${encodeURIComponent(name)}).ts`;
}

/** What imports a file's exports from beside another file, both by their project-relative paths. */
export function writeImport(specifiers: readonly string[], from: string, beside: string): string {
  const up = "../".repeat(beside.split("/").length - 1) || "./";
  return `import { ${specifiers.join(", ")} } from ${JSON.stringify(up + from)};\n`;
}

import type { ViewFinding } from "../html/index.ts";

/** A view as TypeScript, in a file that is only made for its check. */
export interface CheckedView {
  /** Project-relative path of the file that it would be; its imports count from there. No other file has it. */
  file: string;
  source: string;
}

/** Views of one project, and the way to the files that they import. */
export interface CheckViewsInput {
  views: readonly CheckedView[];
  /** Reads another file of the project by its project-relative path; `undefined` when there is none. */
  readFile(path: string): string | undefined;
}

/** Checks the types of views. Gives what is wrong with each, in their order. */
export type CheckViews = (input: CheckViewsInput) => Promise<ViewFinding[][]>;

/** Starts to check views of one project again and again: what has not changed is not parsed again. */
export function createViewChecker(): CheckViews {
  let check: ((input: CheckViewsInput) => ViewFinding[][]) | undefined;
  return async (input) => {
    if (input.views.length === 0) return [];
    if (!check) {
      // TypeScript's own compiler comes with it, which takes a while to load.
      const { createViewCheckSession } = await import("../typescript/index.ts");
      check ??= createViewCheckSession();
    }
    return check(input);
  };
}

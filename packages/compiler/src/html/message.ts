/** A diagnostic without its place. `docs/reference/errors/view.md` has a section for each code. */
export interface Message {
  severity: "error" | "warning";
  code: string;
  message: string;
  hint?: string;
}

/** A message that keeps a page from becoming a view. */
export function error(code: string, message: string, hint?: string): Message {
  return { severity: "error", code, message, ...(hint === undefined ? {} : { hint }) };
}

/** A message about a page that compiles all the same. */
export function warning(code: string, message: string, hint?: string): Message {
  return { ...error(code, message, hint), severity: "warning" };
}

/** Names in a sentence, in their given order; long lists are cut. */
export function list(names: readonly string[], none: string): string {
  if (names.length === 0) return none;
  const shown = names.slice(0, 12).map((name) => `\`${name}\``);
  return `${shown.join(", ")}${names.length > shown.length ? " …" : ""}`;
}

/** A hint at the nearest name, or at something else where no name is near. */
export function didYouMean(suggestion: string | undefined, otherwise: string): string {
  return suggestion === undefined ? otherwise : `did you mean \`${suggestion}\`?`;
}

import { resolveImport } from "../typescript/check/resolve-import.ts";

/** Entries that are one program. */
export interface FileGroup {
  entries: string[];
  /** The entries, and what they import, or may import. */
  files: Set<string>;
}

/** The files of a program, by path. */
export type ReadText = (path: string) => string | undefined;

/**
 * Groups files that, directly or not, import a file in common: what that file keeps exists once, so they are one program. So are those that are
 * `near` each other. Groups stand in the order of their first files.
 *
 * Imports are looked for in the text, so that nothing needs to be parsed before it is compiled. A group that is larger than need be does no harm; so what may
 * be an import counts as one, and what brings in types only is recognised by its `import type`.
 */
export function groupBySharedFiles(
  entries: readonly string[],
  read: ReadText,
  paths: readonly string[],
  near: (entry: string) => readonly string[] = () => [],
): FileGroup[] {
  const groups: FileGroup[] = [];
  for (const entry of entries) {
    const joined = { entries: [entry], files: reach([entry, ...near(entry)], read, paths) };
    for (const group of groups.filter(({ files }) => [...files].some((file) => joined.files.has(file)))) {
      groups.splice(groups.indexOf(group), 1);
      joined.entries.push(...group.entries);
      for (const file of group.files) joined.files.add(file);
    }
    groups.push(joined);
  }
  const place = (entry: string | undefined): number => entries.indexOf(entry ?? "");
  for (const { entries: joined } of groups) joined.sort((a, b) => place(a) - place(b));
  return groups.sort((a, b) => place(a.entries[0]) - place(b.entries[0]));
}

function reach(entries: readonly string[], read: ReadText, paths: readonly string[]): Set<string> {
  const files = new Set(entries);
  for (const file of files) {
    for (const specifier of specifiersIn(read(file) ?? "")) {
      for (const path of locate(specifier, file, read, paths)) files.add(path);
    }
  }
  return files;
}

/** What is between an import's or export's keyword and its text. */
const GAP = String.raw`(?:\s|/\*[\s\S]*?\*/|//[^\n]*)*`;
const TYPES = new RegExp(String.raw`\b(?:import|export)\s+type\b[^;'"]*?\bfrom${GAP}(?:"[^"]*"|'[^']*')`, "g");
const IMPORT = new RegExp(String.raw`\b(?:import|from)${GAP}(?:"([^"\n]*)"|'([^'\n]*)')`, "g");

function specifiersIn(text: string): string[] {
  return [...text.replace(TYPES, "").matchAll(IMPORT)].map(([, double, single]) => double ?? single ?? "");
}

/** The files that an import may mean. What a mapping of the project's makes of a name ends with the name's last part. */
function locate(specifier: string, from: string, read: ReadText, paths: readonly string[]): readonly string[] {
  const found = resolveImport(
    specifier,
    from,
    (path) => read(path) !== undefined,
    () => [],
  );
  if ("path" in found) return [found.path];
  if (found.refusal.type !== "package") return [];
  const last = specifier
    .split("/")
    .at(-1)
    ?.replace(/\.[jt]s$/, "");
  return paths.filter((path) => [`${last}.ts`, `${last}/index.ts`].some((end) => `/${path}`.endsWith(`/${end}`)));
}

import type { ImportRefusal } from "./messages.ts";

/** The file that an import means, or why there is none. */
export type ResolvedImport = { path: string } | { refusal: ImportRefusal };

/** Extensions of what can be imported; the longest that fits counts. */
const EXTENSIONS: readonly [suffix: string, candidates: readonly string[]][] = [
  [".d.ts", [".d.ts"]],
  [".ts", [".ts"]],
  [".js", [".ts", ".d.ts", ".js.ts"]],
  [".mts", [".mts"]],
  [".mjs", [".mts", ".mjs.ts"]],
];

const WITHOUT_EXTENSION = [".ts", ".d.ts", "/index.ts", "/index.d.ts"];

/** Files that are known to be no TypeScript, by extension. */
const FOREIGN = /\.(json|wasm|tsx|jsx|cjs|cts|css|scss|sass|less|html|svg|png|jpg|jpeg|gif|webp|avif|txt|md)$/;

/**
 * Finds the file that an import of a module means, as bundlers do: `./x.ts`, `./x.js` for `x.ts`, `./x` for `x.ts` or
 * `x/index.ts`.
 *
 * @param from Project-relative path of the module that imports.
 * @param exists Whether there is a file at a project-relative path.
 * @param mapped Project-relative paths, without endings, that an import which is no path may mean.
 */
export function resolveImport(
  specifier: string,
  from: string,
  exists: (path: string) => boolean,
  mapped: (specifier: string) => readonly string[],
): ResolvedImport {
  if (specifier.startsWith("node:")) return { refusal: { type: "node", specifier } };
  if (/^[a-z][a-z\d+.-]+:/i.test(specifier)) return { refusal: { type: "address", specifier } };
  if (specifier.startsWith("/")) return { refusal: { type: "outside", specifier } };
  if (!/^\.\.?(?:\/|$)/.test(specifier)) {
    const targets = mapped(specifier);
    const tried = targets
      .flatMap((target) => [target, ...listCandidates(target, target === "")])
      .filter((candidate) => candidate.endsWith(".ts"));
    const path = tried.find((candidate) => exists(candidate));
    if (path !== undefined) return { path };
    // A folder for all that is no path may have no part in it.
    const isAlias = targets.some((target) => !target.endsWith(specifier));
    return { refusal: isAlias ? { type: "missing", specifier, tried } : { type: "package", specifier } };
  }
  const target = joinPath(from, specifier);
  if (target === undefined) return { refusal: { type: "outside", specifier } };
  const tried = listCandidates(target, /(?:^|\/)\.{0,2}$/.test(specifier));
  const path = tried.find((candidate) => exists(candidate));
  if (path?.endsWith(".as.ts")) return { refusal: { type: "assemblyscript", specifier } };
  if (path !== undefined) return { path };
  const foreign = FOREIGN.exec(specifier)?.[1];
  if (foreign !== undefined) return { refusal: { type: "foreign", specifier, extension: foreign } };
  return { refusal: { type: "missing", specifier, tried } };
}

function listCandidates(target: string, isFolder: boolean): string[] {
  if (isFolder) return ["index.ts", "index.d.ts"].map((name) => (target === "" ? name : `${target}/${name}`));
  const known = EXTENSIONS.find(([suffix]) => target.endsWith(suffix));
  if (!known) return WITHOUT_EXTENSION.map((suffix) => target + suffix);
  const [suffix, candidates] = known;
  return candidates.map((candidate) => target.slice(0, -suffix.length) + candidate);
}

/** Path of an import from the project's root; `undefined` where it leads above the root. */
function joinPath(from: string, specifier: string): string | undefined {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") {
      parts.push(part);
    }
  }
  return parts.join("/");
}

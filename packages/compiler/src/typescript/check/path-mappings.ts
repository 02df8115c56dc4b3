import { joinFrom } from "./join-from.ts";

/** What `paths` of a `tsconfig.json` say: imports that fit the pattern, which may have one `*`, mean one of the project-relative targets. */
export interface PathMapping {
  pattern: string;
  targets: readonly string[];
}

/** The mappings of a file of options, which are relative to its `baseUrl` or to its folder. */
export function readPathMappings(file: string, { paths, baseUrl }: Record<string, unknown>): PathMapping[] | undefined {
  const base = typeof baseUrl === "string" ? baseUrl : undefined;
  const entries = typeof paths === "object" && paths !== null ? Object.entries(paths as Record<string, unknown>) : [];
  const mappings = entries.map(([pattern, targets]) => ({
    pattern,
    targets: (Array.isArray(targets) ? targets : [])
      .filter((target) => typeof target === "string")
      .map((target) => joinFrom(file, `${base ?? "."}/${target}`)),
  }));
  if (base !== undefined) mappings.push({ pattern: "*", targets: [joinFrom(file, `${base}/*`)] });
  return mappings.length > 0 ? mappings : undefined;
}

/** The project-relative paths, without endings, that an import may mean: of the pattern that says most of it. */
export function mapImport(specifier: string, mappings: readonly PathMapping[]): string[] {
  let best: { length: number; targets: string[] } | undefined;
  for (const { pattern, targets } of mappings) {
    const [start = "", end] = pattern.split("*", 2);
    if (end === undefined) {
      if (pattern === specifier) return [...targets];
      continue;
    }
    const isFit =
      specifier.length >= start.length + end.length && specifier.startsWith(start) && specifier.endsWith(end);
    if (!isFit || (best && best.length >= start.length)) continue;
    const rest = specifier.slice(start.length, specifier.length - end.length);
    best = { length: start.length, targets: targets.map((target) => target.replace("*", () => rest)) };
  }
  return best?.targets ?? [];
}

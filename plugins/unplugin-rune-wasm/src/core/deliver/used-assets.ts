import type { AssetContext } from "./emit-asset.ts";
import { findBuild } from "./find-build.ts";

/** The part of the output of Rollup, Rolldown and Vite that is looked at. */
type Bundle = Record<
  string,
  { type: "asset" } | { type: "chunk"; modules: Record<string, { renderedLength: number }> }
>;

/** Takes files out of the output again whose modules turned out to be unused, as Rollup, Rolldown and Vite do not by themselves. */
export interface UsedAssets {
  /** A build begins; `context` is that of its hooks. */
  begin(context: object): void;
  /** Notes what is emitted for the module `id`. */
  watch(id: string, context: AssetContext): AssetContext;
  generateBundle(this: { getFileName(reference: string): string }, options: unknown, bundle: Bundle): void;
}

export function createUsedAssets(): UsedAssets {
  /** What is emitted by each build that runs, by the ids of modules: Vite may build for several environments at once. */
  const builds = new WeakMap<object, Map<string, string[]>>();
  return {
    begin(context) {
      builds.set(findBuild(context), new Map());
    },
    watch(id, context) {
      const references: string[] = [];
      builds.get(findBuild(context))?.set(id, references);
      return {
        emitFile(file) {
          const reference = context.emitFile(file);
          references.push(reference);
          return reference;
        },
      };
    },
    generateBundle(_options, bundle) {
      const used = new Set<string>();
      const unused = new Set<string>();
      const rendered = new Set(
        Object.values(bundle).flatMap((output) =>
          output.type === "chunk"
            ? Object.entries(output.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []))
            : [],
        ),
      );
      for (const [id, references] of builds.get(findBuild(this)) ?? []) {
        for (const reference of references) (rendered.has(id) ? used : unused).add(this.getFileName(reference));
      }
      for (const name of unused) if (!used.has(name)) delete bundle[name];
    },
  };
}

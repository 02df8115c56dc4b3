/** The part of the context of Rollup's `resolveId` that is used; Rolldown and Vite have the same. */
export interface ResolveContext {
  resolve(
    source: string,
    importer: string | undefined,
    options: { skipSelf: true },
  ): Promise<{ id: string; external: boolean | "absolute" | "relative" } | null>;
}

/** A hook that finds the ids of some imports, or leaves them to others. */
export interface ResolveHook {
  filter: { id: RegExp[] };
  handler(this: ResolveContext, source: string, importer: string | undefined): Promise<string | undefined>;
}

/** Finds files that are imported with the query that `query` matches, which Rollup does not by itself. */
export function createResolveHook(query: RegExp): ResolveHook {
  return {
    filter: { id: [query] },
    async handler(source, importer) {
      const end = source.lastIndexOf("?");
      const found = await this.resolve(source.slice(0, end), importer, { skipSelf: true });
      return found && !found.external ? `${found.id}${source.slice(end)}` : undefined;
    },
  };
}

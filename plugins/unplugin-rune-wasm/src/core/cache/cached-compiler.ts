import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { CompileModuleResult } from "@rune/compiler/engines";
import type { ModuleCompiler } from "../module-compiler.ts";
import type { CheckResult } from "../worker-protocol.ts";
import type { DiskCache } from "./disk-cache.ts";
import { getFingerprint } from "./fingerprint.ts";

/** What is kept of a result. */
interface Entry<Result> {
  /** Files that were asked for, with the digests of their texts; `undefined` for those that were not there. */
  files: [path: string, digest: string | undefined][];
  result: Result;
}

/** Results that are kept in memory, too: those that were asked for last. */
const MOST = 200;

type ReadFile = (path: string) => string | undefined;

/** A compiler that keeps what it makes. */
export interface CachedCompiler extends ModuleCompiler {
  /**
   * Gives what was kept for `inputs`, which are plain data, if the files that were read for it are still the same; otherwise what `compute` gives, and keeps
   * that, if `isKept`.
   */
  recall<Result>(
    inputs: readonly unknown[],
    readFile: ReadFile,
    compute: (readFile: ReadFile) => Promise<Result>,
    isKept?: (result: Result) => boolean,
  ): Promise<Result>;
}

/** Has a compiler do only what is not in the cache; `findCache` may find none. Results are the same either way. */
export function cacheCompiler(compiler: ModuleCompiler, findCache: () => DiskCache | undefined): CachedCompiler {
  const writes = new Map<DiskCache, Promise<unknown>>();
  const recent = new Map<string, Entry<unknown>>();
  /** What is being found, by its key; `undefined` comes of what is not kept. */
  const begun = new Map<string, Promise<Entry<unknown> | undefined>>();

  /** `compute` is called where nothing is kept for `inputs` whose files are still the same. */
  async function recall<Result>(
    inputs: readonly unknown[],
    readFile: ReadFile,
    compute: (readFile: ReadFile) => Promise<Result>,
    isKept: (result: Result) => boolean = () => true,
  ): Promise<Result> {
    const cache = findCache();
    if (!cache) return compute(readFile);
    const key = computeDigest(JSON.stringify([getFingerprint(), ...inputs]));
    // Who asks for the same meanwhile waits for what comes of this.
    const finding = Promise.resolve(begun.get(key)).then(async (last): Promise<Entry<Result>> => {
      const known = (last ?? recent.get(key)) as Entry<Result> | undefined;
      const entry = known ?? readEntry<Result>(await cache.get(key));
      if (entry && isCurrent(entry, readFile)) {
        remember(key, entry);
        return entry;
      }
      const computed = await computeEntry(readFile, compute);
      if (isKept(computed.result)) keep(cache, key, computed);
      return computed;
    });
    const found = finding.then(
      (entry) => (isKept(entry.result) ? entry : undefined),
      () => undefined,
    );
    begun.set(key, found);
    try {
      return (await finding).result;
    } finally {
      if (begun.get(key) === found) begun.delete(key);
    }
  }

  function keep(cache: DiskCache, key: string, entry: Entry<unknown>): void {
    remember(key, entry);
    // Who waits for the result does not wait for the disk.
    const written = Promise.all([writes.get(cache), cache.set(key, serialize(entry))]);
    writes.set(
      cache,
      written.then(() => {}),
    );
  }

  function remember(key: string, entry: Entry<unknown>): void {
    recent.delete(key);
    recent.set(key, entry);
    for (const oldest of recent.keys()) if (recent.size > MOST) recent.delete(oldest);
  }

  return {
    recall,
    compile: ({ file, source, readFile, signal }, options = {}) =>
      recall<CompileModuleResult>(
        ["compile", file, source, options],
        readFile,
        (read) => compiler.compile({ file, source, readFile: read, signal }, options),
        // The fault may be that of the machine, such as too little memory.
        ({ diagnostics }) => !diagnostics.some(({ code }) => code === "module_compiler_failed"),
      ),
    checkViews: ({ views, readFile, signal }) =>
      views.length === 0
        ? compiler.checkViews({ views, readFile, signal })
        : recall<CheckResult>(["views", views], readFile, (read) =>
            compiler.checkViews({ views, readFile: read, signal }),
          ),
    async close() {
      const full = [...writes];
      writes.clear();
      await Promise.all([...full.map(([cache, done]) => done.then(() => cache.prune())), compiler.close()]);
    },
  };
}

function isCurrent({ files }: Entry<unknown>, readFile: ReadFile): boolean {
  return files.every(([path, digest]) => digestOf(readFile(path)) === digest);
}

async function computeEntry<Result>(
  readFile: ReadFile,
  compute: (readFile: ReadFile) => Promise<Result>,
): Promise<Entry<Result>> {
  const texts = new Map<string, string | undefined>();
  const result = await compute((path) => {
    // A file that is edited meanwhile has the text by which the result was begun: it would be kept for another one.
    if (!texts.has(path)) texts.set(path, readFile(path));
    return texts.get(path);
  });
  return { files: [...texts].map(([path, text]) => [path, digestOf(text)]), result };
}

function readEntry<Result>(bytes: Uint8Array | undefined): Entry<Result> | undefined {
  try {
    return bytes && (deserialize(bytes) as Entry<Result>);
  } catch {
    // Written by another engine.
    return undefined;
  }
}

function digestOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : computeDigest(text);
}

function computeDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

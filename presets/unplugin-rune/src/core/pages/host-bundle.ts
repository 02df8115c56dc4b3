import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The script of host pages, which is the same for all apps, in the parts that pages load as they need them. */
export interface HostBundle {
  /** File names of the parts, with their code. */
  readonly files: ReadonlyMap<string, string>;
  /** File name of the part that pages begin with. */
  readonly entry: string;
  /** File names of a module's part and of all that loads with it, but for the entry. `module` is as in `browser/router`. */
  listFiles(module: string): readonly string[];
}

/** What the bundle says of itself. */
interface BundleIndex {
  entry: string;
  chunks: readonly { fileName: string; imports: readonly string[]; module?: string }[];
}

let bundle: HostBundle | undefined;

/** Reads the bundle, which comes with the runtime. */
export function readHostBundle(): HostBundle {
  return (bundle ??= readBundle(fileURLToPath(import.meta.resolve("@rune/browser/host-page/bundle/index.json"))));
}

function readBundle(path: string): HostBundle {
  const { entry, chunks } = JSON.parse(readFileSync(path, "utf8")) as BundleIndex;
  const files = new Map(chunks.map(({ fileName }) => [fileName, readFileSync(join(dirname(path), fileName), "utf8")]));
  return { files, entry, listFiles };

  function listFiles(module: string): readonly string[] {
    const found = new Set<string>();
    const add = (fileName: string | undefined): void => {
      if (fileName === undefined || fileName === entry || found.has(fileName)) return;
      found.add(fileName);
      for (const each of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) add(each);
    };
    add(chunks.find((chunk) => chunk.module === module)?.fileName);
    return [...found];
  }
}

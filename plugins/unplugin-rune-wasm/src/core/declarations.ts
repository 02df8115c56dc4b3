import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

/** What the plugin has declared of the modules of a project. */
export interface Declarations {
  /** Writes the declaration of a module, by its path from the root, beside those of the others. */
  write(file: string, declaration: string): Promise<void>;
}

const HEADER = `// What imports with \`?wasm\` give. Written by unplugin-rune-wasm.
`;
/** Each declaration stands below a line that names the module. */
const MARK = "// module ";

/**
 * The file with the ambient declarations of a project. Without a name it is `rune-wasm.d.ts`, where there is a `tsconfig.json` beside it;
 * it lies in `src` if there is such a folder, because configurations tend to include no more than that.
 * Modules that this process has not compiled keep what was declared of them, as long as they are there.
 */
export function createDeclarations(root: string, name: string | undefined): Declarations | undefined {
  if (name === undefined && !existsSync(join(root, "tsconfig.json"))) return undefined;
  const path = join(root, name ?? (existsSync(join(root, "src")) ? "src/rune-wasm.d.ts" : "rune-wasm.d.ts"));
  const known = new Map<string, string>();
  let written = "";
  // Modules are compiled at once; of two that write at once, the one with less could be the last.
  let writes = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const writeLatest = async (): Promise<void> => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, written);
  };
  return {
    async write(file, declaration) {
      const before = existsSync(path) ? readFileSync(path, "utf8") : "";
      // Another plugin, such as that of workers, writes there, too.
      for (const [other, text] of parse(before, root)) if (!known.has(other)) known.set(other, text);
      if (writes === 0) written = before;
      known.set(
        file,
        declaration.replaceAll(`import("./${file}")`, `import(${JSON.stringify(specifier(path, root, file))})`),
      );
      const text = format(known);
      if (text === written) return;
      written = text;
      writes++;
      const done = writing.then(writeLatest).finally(() => writes--);
      writing = done.catch(() => undefined);
      await done;
    },
  };
}

/** How the declarations name a module. */
function specifier(path: string, root: string, file: string): string {
  const way = relative(dirname(path), join(root, file)).replaceAll("\\", "/");
  return way.startsWith(".") ? way : `./${way}`;
}

function format(known: ReadonlyMap<string, string>): string {
  const files = [...known.keys()].sort();
  const patterns = new Map(files.map((file) => [file, findSuffix(file, files)]));
  // Of patterns that fit an import, TypeScript takes the first.
  const folders = (file: string): number => (patterns.get(file) ?? "").split("/").length;
  const parts = files
    .toSorted((a, b) => folders(b) - folders(a))
    .map((file) => {
      const text = (known.get(file) ?? "").replaceAll(
        /^declare module\s"[^"?]*\?wasm/gm,
        () => `declare module "*/${patterns.get(file)}?wasm`,
      );
      return `${MARK}${file}\n${text}`;
    });
  return [HEADER, ...parts].join("\n");
}

/**
 * As much of the end of a path as tells imports of the file from those of others: its name; for namesakes, folders too, except for the one
 * that lies above all others.
 */
function findSuffix(file: string, files: readonly string[]): string {
  const parts = file.split("/");
  const name = parts.at(-1) ?? "";
  const namesakes = files.filter((other) => other !== file && `/${other}`.endsWith(`/${name}`));
  if (namesakes.every((other) => other.split("/").length > parts.length)) return name;
  for (let length = 2; length < parts.length; length++) {
    const suffix = parts.slice(-length).join("/");
    if (!namesakes.some((other) => `/${other}`.endsWith(`/${suffix}`))) return suffix;
  }
  return file;
}

function parse(text: string, root: string): Map<string, string> {
  const [, ...parts] = text.split(`\n${MARK}`);
  const known = new Map<string, string>();
  for (const part of parts) {
    const end = part.indexOf("\n");
    const file = part.slice(0, end);
    if (existsSync(join(root, file))) known.set(file, `${part.slice(end + 1).trimEnd()}\n`);
  }
  return known;
}

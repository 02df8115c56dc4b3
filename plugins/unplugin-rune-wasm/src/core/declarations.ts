import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

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
 * The file with the ambient declarations of a project. Without a name it is `rune-wasm.d.ts`, where there is a `tsconfig.json` beside it.
 * Modules that this process has not compiled keep what was declared of them, as long as they are there.
 */
export function createDeclarations(root: string, name: string | undefined): Declarations | undefined {
  if (name === undefined && !existsSync(join(root, "tsconfig.json"))) return undefined;
  const path = join(root, name ?? "rune-wasm.d.ts");
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const known = parse(before, root);
  let written = before;
  return {
    async write(file, declaration) {
      known.set(file, declaration);
      const text = format(known);
      if (text === written) return;
      written = text;
      await writeFile(path, text);
    },
  };
}

function format(known: ReadonlyMap<string, string>): string {
  const files = [...known.keys()].sort();
  return [HEADER, ...files.map((file) => `${MARK}${file}\n${known.get(file) ?? ""}`)].join("\n");
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

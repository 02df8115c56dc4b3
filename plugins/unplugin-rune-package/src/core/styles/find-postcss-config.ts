import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const extensions = ["js", "mjs", "cjs", "ts", "mts", "cts"];

/** Names of the file by which projects configure PostCSS. */
const names = [
  ...extensions.map((extension) => `postcss.config.${extension}`),
  ...["", ".json", ...extensions.map((extension) => `.${extension}`)].map((end) => `.postcssrc${end}`),
  "postcss.config.json",
];

/** Names that other tools read, and this does not. */
const foreignNames = [".postcssrc.yaml", ".postcssrc.yml"];

/**
 * Finds the file by which a project configures PostCSS: the one that the option names, or the one that is in the project's folder.
 *
 * @param onFile is told the absolute path of each file that could be it, also if it is not there
 * @returns an absolute path; that of `package.json` where it has `postcss`
 * @throws Error where there is none by the name, or one in a form that is not read
 */
export function findPostcssConfig(
  root: string,
  option: string | false | undefined,
  onFile: (path: string) => void,
): string | undefined {
  if (option === false) return undefined;
  if (option !== undefined) {
    const file = resolve(root, option);
    onFile(file);
    if (!existsSync(file)) throw new Error(`rune: there is no file \`${option}\`, which the option \`postcss\` names`);
    return file;
  }
  const found = names
    .map((name) => join(root, name))
    .find((file) => {
      onFile(file);
      return existsSync(file);
    });
  if (found !== undefined) return found;
  const foreign = foreignNames.find((name) => existsSync(join(root, name)));
  if (foreign !== undefined) throw new Error(`rune: ${foreign} is not read; write it as postcss.config.json`);
  const file = join(root, "package.json");
  return readPackageConfig(file) === undefined ? undefined : file;
}

/** What a `package.json` says of PostCSS. */
export function readPackageConfig(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { postcss?: unknown } | null)?.postcss;
  } catch {
    // What is wrong with it, others say.
    return undefined;
  }
}

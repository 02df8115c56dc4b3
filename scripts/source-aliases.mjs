import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** Lists the workspace's packages with their folder and `package.json`. */
export function listPackages() {
  return ["packages", "plugins", "presets"].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => {
        const directory = join(root, group, entry.name);
        return { directory, manifest: JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) };
      }),
  );
}

/** Lists the names that a package exports, each with its source file. */
export function listEntries({ directory, manifest }) {
  return Object.entries(manifest.exports)
    .filter(([, target]) => target.default?.endsWith(".js"))
    .map(([subpath, { types }]) => ({
      name: subpath.slice(2),
      specifier: `${manifest.name}${subpath.slice(1)}`,
      source: join(directory, types.replace("./dist/", "src/").replace(/\.d\.ts$/, ".ts")),
    }));
}

/** Maps every exported name of every package to its source file. */
export function sourceAliases() {
  return listPackages()
    .flatMap(listEntries)
    .map(({ specifier, source }) => ({
      find: new RegExp(`^${specifier.replaceAll("/", "\\/")}$`),
      replacement: source,
    }));
}

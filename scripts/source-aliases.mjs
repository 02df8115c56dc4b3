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

/** Maps every exported name of every package to its source file. */
export function sourceAliases() {
  return listPackages().flatMap(({ directory, manifest }) =>
    Object.entries(manifest.exports)
      .filter(([, target]) => target.default?.endsWith(".js"))
      .map(([subpath, target]) => ({
        find: new RegExp(`^${`${manifest.name}${subpath.slice(1)}`.replaceAll("/", "\\/")}$`),
        replacement: join(directory, target.default.replace("./dist/", "src/").replace(/\.js$/, ".ts")),
      })),
  );
}

import type { Manifest, ModuleEntry } from "@rune/schema";
import { fileUnlisted, manifestInvalid, referenceInvalid } from "../messages.ts";
import { describePathProblem } from "../package-path.ts";

/** What a file is to the app; a file has one kind. */
type FileKind = "a view" | "a module" | "a page's data" | "an asset" | "an icon";

/** Folder and suffix of each kind of file that the runtime itself reads. */
const places: Partial<Record<FileKind, RegExp>> = {
  "a view": /^views\/.+\.view\.json$/,
  "a module": /^(logic|service)\/.+\.wasm$/,
  "a page's data": /^data\/.+\.json$/,
};

/** Checks that every file that the manifest names is listed under `files`, once in one kind, and every name is unique. */
export function checkReferences(manifest: Manifest): void {
  const kinds = new Map<string, FileKind>();
  const claim = (kind: FileKind, file: string, path: string): void => {
    if (!Object.hasOwn(manifest.files, file)) throw fileUnlisted(kind, file);
    if (places[kind] && !places[kind].test(file)) throw referenceInvalid(path, `\`${file}\` is no place of ${kind}`);
    const known = kinds.get(file);
    const isIconOfAsset = kind === "an icon" && known === "an asset";
    if (known !== undefined && known !== kind && !isIconOfAsset) {
      throw referenceInvalid(path, `\`${file}\` is ${known} already, so it cannot be ${kind}`);
    }
    if (known === undefined) kinds.set(file, kind);
  };
  manifest.views.forEach(({ file }, i) => claim("a view", file, `/views/${i}`));
  manifest.modules.forEach(({ file }, i) => claim("a module", file, `/modules/${i}`));
  manifest.routes.forEach(({ data }, i) => data === undefined || claim("a page's data", data, `/routes/${i}/data`));
  manifest.views.forEach(({ data }, i) => data === undefined || claim("a page's data", data, `/views/${i}/data`));
  manifest.assets.forEach(({ file }, i) => claim("an asset", file, `/assets/${i}`));
  manifest.icons?.forEach(({ file }, i) => claim("an icon", file, `/icons/${i}`));

  requireUnique(manifest.views, ({ name }) => name, "/views", "name");
  requireUnique(manifest.views, ({ file }) => file, "/views", "file");
  requireUnique(manifest.modules, ({ file }) => file, "/modules", "file");
  requireUnique(manifest.assets, ({ file }) => file, "/assets", "file");
  requireUnique(manifest.assets, ({ file, name = file }) => name, "/assets", "name");
  manifest.views.forEach(({ name }, i) => {
    const problem = describePathProblem(name);
    if (problem !== undefined) throw manifestInvalid(`/views/${i}/name`, problem);
  });
  manifest.modules.forEach(checkModule);
  for (const [i, { type }] of manifest.assets.entries()) {
    if (!/^[a-z0-9.+-]+\/[a-z0-9.+-]+(; ?charset=[a-z0-9-]+)?$/i.test(type)) {
      throw manifestInvalid(`/assets/${i}/type`, "must be a media type such as image/png");
    }
  }
}

function checkModule(module: ModuleEntry, index: number): void {
  const path = `/modules/${index}`;
  requireUnique(module.exports, ({ name }) => name, `${path}/exports`, "name");
  requireUnique(module.imports, (name) => name, `${path}/imports`, "name");
  const folder = module.kind === "controller" ? "logic/" : "service/";
  if (!module.file.startsWith(folder)) throw referenceInvalid(path, `a ${module.kind} lies in \`${folder}\``);
}

function requireUnique<Item>(items: readonly Item[], key: (item: Item) => string, path: string, field: string): void {
  const seen = new Set<string>();
  items.forEach((item, i) => {
    const value = key(item);
    if (seen.has(value)) throw referenceInvalid(`${path}/${i}`, `its ${field} is that of an earlier entry`);
    seen.add(value);
  });
}

import type { Binding, Manifest, ModuleAbi, View } from "@rune/schema";
import type { HostBundle } from "./host-bundle.ts";

/** Something that the page will certainly need. */
export interface Preload {
  href: string;
  type: "module" | "fetch";
}

/** A package with the bytes of its files. */
interface SealedFiles {
  manifest: Manifest;
  files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Lists what an app's page certainly loads, so that the browser asks for all of it at once. Without this it would find
 * out step by step: the script, then the verifier, the manifest, the files, then what runs them.
 *
 * @param scripts Path of the bundle's folder from the output folder, with a final slash.
 */
export function listPreloads(
  bundle: HostBundle,
  scripts: string,
  { manifest, files: packed }: SealedFiles,
  view: string | undefined,
  hasFrame: boolean,
): Preload[] {
  const viewBytes = packed.get(manifest.views.find(({ name }) => name === view)?.file ?? "");
  const modules = [
    ...listRuntimeModules(manifest, hasFrame),
    ...(viewBytes ? listViewModules(viewBytes, manifest) : []),
  ];
  const files = new Set(modules.flatMap((module) => bundle.listFiles(module)));
  return [
    ...[...files].map((file): Preload => ({ href: scripts + file, type: "module" })),
    ...listPackageFiles(manifest, view).map((href): Preload => ({ href, type: "fetch" })),
  ];
}

/** Modules of the runtime that it loads when a package needs them. */
function listRuntimeModules({ modules, routes }: Manifest, hasFrame: boolean): string[] {
  const names = ["browser/verifier"];
  if (hasFrame) names.push("browser/take-over");
  if (modules.length > 0) names.push("browser/controller");
  for (const abi of new Set(modules.map((module) => module.abi))) names.push(abiModules[abi]);
  if (routes.length > 1 || routes.some(({ pattern }) => /[:*]/.test(pattern))) names.push("browser/router");
  return names;
}

const abiModules: Readonly<Record<ModuleAbi, string>> = {
  linear: "host/abi/linear",
  gc: "host/abi/reference",
};

/** Parts of the renderer that only views with certain bindings load. */
const rendererModules: Readonly<Partial<Record<Binding["type"], string>>> = {
  component: "browser/renderer/components",
  event: "browser/renderer/handlers",
  for: "browser/renderer/lists",
  if: "browser/renderer/conditions",
  link: "browser/renderer/links",
  model: "browser/renderer/fields",
};

/** Modules of the runtime that it loads with a view. */
function listViewModules(bytes: Uint8Array, { locale }: Manifest): string[] {
  const { head, templates } = JSON.parse(new TextDecoder().decode(bytes)) as View;
  const types = new Set(templates.flatMap(({ bindings }) => bindings.map(({ type }) => type)));
  const modules = [...types].flatMap((type) => rendererModules[type] ?? []);
  return head || locale ? [...modules, "browser/page/head"] : modules;
}

/** The files that show a page, by path from where host pages address files. */
function listPackageFiles(manifest: Manifest, view: string | undefined): string[] {
  const route = manifest.routes.find((each) => each.view === view);
  const viewFile = manifest.views.find(({ name }) => name === view)?.file;
  const files = ["RUNE.MANIFEST.json", viewFile, route?.data, route?.controller];
  return files.flatMap((file) => (file === undefined ? [] : [`${manifest.id}.rune/${file}`]));
}

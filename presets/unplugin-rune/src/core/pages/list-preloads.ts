import type { Binding, Manifest, ModuleAbi, View } from "@rune/schema";
import type { Rollup } from "vite";

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
 */
export function listPreloads(
  bundle: Rollup.OutputBundle,
  entry: Rollup.OutputChunk,
  { manifest, files: packed }: SealedFiles,
  view: string | undefined,
  hasFrame: boolean,
): Preload[] {
  const chunks = Object.values(bundle).filter((output): output is Rollup.OutputChunk => output.type === "chunk");
  const files = new Set<string>();
  const add = (chunk: Rollup.OutputChunk | undefined): void => {
    if (!chunk || chunk === entry || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const file of chunk.imports) add(chunks.find((each) => each.fileName === file));
  };
  for (const file of entry.imports) add(chunks.find((each) => each.fileName === file));
  const viewBytes = packed.get(manifest.views.find(({ name }) => name === view)?.file ?? "");
  const modules = viewBytes ? listViewModules(viewBytes, manifest) : [];
  for (const module of [...listRuntimeModules(manifest, hasFrame), ...modules]) {
    add(chunks.find(({ facadeModuleId }) => facadeModuleId?.replaceAll("\\", "/").endsWith(module)));
  }
  return [
    ...[...files].map((href): Preload => ({ href, type: "module" })),
    ...listPackageFiles(manifest, view).map((href): Preload => ({ href, type: "fetch" })),
  ];
}

/** Modules of the runtime that it loads when a package needs them, by the end of their path. */
function listRuntimeModules({ modules, routes }: Manifest, hasFrame: boolean): string[] {
  const names = ["/browser/dist/verifier.js"];
  if (hasFrame) names.push("/browser/dist/take-over/index.js");
  if (modules.length > 0) names.push("/browser/dist/controller/index.js");
  for (const abi of new Set(modules.map((module) => module.abi))) names.push(abiModules[abi]);
  if (routes.length > 1 || routes.some(({ pattern }) => /[:*]/.test(pattern))) {
    names.push("/browser/dist/router/index.js");
  }
  return names;
}

const abiModules: Readonly<Record<ModuleAbi, string>> = {
  linear: "/host/dist/abi/linear/index.js",
  gc: "/host/dist/abi/reference/index.js",
};

/** Parts of the renderer that only views with certain bindings load. */
const rendererModules: Readonly<Partial<Record<Binding["type"], string>>> = {
  component: "/browser/dist/renderer/components/index.js",
  event: "/browser/dist/renderer/handlers/index.js",
  for: "/browser/dist/renderer/lists/index.js",
  if: "/browser/dist/renderer/conditions/index.js",
  link: "/browser/dist/renderer/links/index.js",
  model: "/browser/dist/renderer/fields/index.js",
};

/** Modules of the runtime that it loads with a view. */
function listViewModules(bytes: Uint8Array, { locale }: Manifest): string[] {
  const { head, templates } = JSON.parse(new TextDecoder().decode(bytes)) as View;
  const types = new Set(templates.flatMap(({ bindings }) => bindings.map(({ type }) => type)));
  const modules = [...types].flatMap((type) => rendererModules[type] ?? []);
  return head || locale ? [...modules, "/browser/dist/page/head/index.js"] : modules;
}

/** The files that show a page, by path from where host pages address files. */
function listPackageFiles(manifest: Manifest, view: string | undefined): string[] {
  const route = manifest.routes.find((each) => each.view === view);
  const viewFile = manifest.views.find(({ name }) => name === view)?.file;
  const files = ["RUNE.MANIFEST.json", viewFile, route?.data, route?.controller];
  return files.flatMap((file) => (file === undefined ? [] : [`${manifest.id}.rune/${file}`]));
}

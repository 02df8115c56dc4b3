import { findNearest, type Diagnostic } from "@rune/schema";
import type { AppSource } from "./app-source.ts";
import { getAssetPath } from "./asset-path.ts";
import type { CompiledControllers } from "./compile-controllers.ts";
import { placeCall } from "./locate-call.ts";
import { messages } from "./messages.ts";

/** Guest functions whose first argument is a file of the package, and where its path counts from. */
export const assetFunctions: ReadonlyMap<string, string> = new Map([
  ["asset", "assets/"],
  ["assets_fetch", ""],
  ["assets_fetch_text", ""],
]);

/** Checks the files that controllers name by a constant, each once a file. */
export function checkAssetCalls(
  { files }: AppSource,
  controllers: CompiledControllers,
  readFile: (path: string) => string | undefined,
): Diagnostic[] {
  const known = new Set([...files.keys()].map(getAssetPath));
  const found = new Map<string, Diagnostic>();
  for (const { source, module } of controllers.values()) {
    if (!module) continue;
    const sources = [source, ...module.own.dependencies.map((file) => ({ file, text: readFile(file) ?? "" }))];
    for (const { node: name, function: caller } of module.own.targets) {
      const folder = assetFunctions.get(caller);
      if (folder === undefined || known.has(folder + name)) continue;
      const names = [...known].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
      // Of one function the path counts from the folder, of the others it names the folder.
      const meant = [name.replace(/^assets\//, ""), `assets/${name}`].find((each) => names.includes(each));
      const message = messages.app_asset_missing_call(folder + name, meant ?? findNearest(name, names));
      const diagnostic = placeCall(message, sources, caller, name);
      found.set(JSON.stringify([diagnostic.file, caller, name]), diagnostic);
    }
  }
  return [...found.values()];
}

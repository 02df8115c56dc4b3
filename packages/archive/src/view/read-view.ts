import { validate, viewSchema, type MarkupPolicy, type View } from "@rune/schema";
import { createMarkupPolicy } from "../markup-policy.ts";
import { fileTooLarge, viewInvalid, viewNotJson, viewUnknown, viewVersionNewer } from "../messages.ts";
import type { OpenedPackage } from "../open-package.ts";
import { parseJson } from "../parse-json.ts";
import { checkView } from "./check-view.ts";

/**
 * Reads a view as a stranger's: the package may come from another compiler, so whatever the compiler refuses is refused
 * again. What it returns can be rendered without further checks, save those of values that bindings supply.
 * @param policy What the markup may do. @default what the manifest asks for
 * @throws RuneError (as a rejection) with a code `view_…` or `package_…`.
 */
export async function readView(pkg: OpenedPackage, name: string, policy?: MarkupPolicy): Promise<View> {
  const entry = pkg.manifest.views.find((view) => view.name === name);
  if (!entry) throw viewUnknown(name);
  const { file } = entry;
  const bytes = await pkg.read(file);
  if (bytes.length > pkg.limits.jsonBytes) throw fileTooLarge(file, bytes.length, pkg.limits.jsonBytes);
  const parsed = parseJson(bytes);
  if ("problem" in parsed) throw viewNotJson(file, parsed.problem);
  checkVersion(parsed.value, file);
  const [issue] = validate(viewSchema, parsed.value);
  if (issue) throw viewInvalid(file, issue.path, issue.message);
  const view = parsed.value as View;
  if (view.name !== name) throw viewInvalid(file, "/name", "its name is not the one that the manifest gives it");
  const views = new Set(pkg.manifest.views.map((each) => each.name));
  const { files } = pkg.manifest;
  const assets = new Set([...Object.keys(files), ...pkg.manifest.assets.map((each) => each.name)]);
  checkView({ file, files, assets, views, policy: policy ?? createMarkupPolicy(pkg.manifest) }, view);
  return view;
}

function checkVersion(value: unknown, file: string): void {
  if (typeof value !== "object" || value === null || !("version" in value)) return;
  if (typeof value.version === "number" && value.version > 1) throw viewVersionNewer(file, value.version);
}

import { checkData } from "./check-data.ts";
import { scopeView } from "./check-scope.ts";
import type { CheckedText } from "./check-views.ts";
import type { CompiledPage } from "./compile-page.ts";
import type { ViewFile } from "./view-file.ts";

/** The views and data of an app whose types can be checked, with what their names mean. */
export function scopeViews(pages: readonly CompiledPage[], components: readonly ViewFile[]): CheckedText[] {
  return [...pages.flatMap(scopePage), ...components.flatMap(scopeWithoutController)];
}

function scopePage({
  source: { file },
  html,
  controller,
  module,
  data,
  dataSource,
  assigns,
}: CompiledPage): CheckedText[] {
  const own = module?.own;
  // What a controller holds has types only where the engine knows those of TypeScript, and its own errors come first.
  if (controller && own?.abi !== "gc") return [];
  const variables = (own?.variables ?? []).map(({ name }) => name);
  const exports = [...(own?.exports ?? []).map(({ name }) => name), ...variables];
  const assigned = assigns.filter((name) => variables.includes(name));
  const [page, ...inner] = html.checks;
  return [
    ...(page ? scopeView(file, page, { data, controller: controller && { file: controller.file, exports } }) : []),
    ...inner.flatMap((check) => scopeView(file, check)),
    ...(controller && dataSource ? checkData(dataSource, assigned, controller.file) : []),
  ];
}

function scopeWithoutController({ source: { file }, html }: ViewFile): CheckedText[] {
  return html.checks.flatMap((check) => scopeView(file, check));
}

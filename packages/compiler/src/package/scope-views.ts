import type { ScopedView } from "./check-views.ts";
import type { CompiledPage } from "./compile-page.ts";
import type { ViewFile } from "./view-file.ts";

/** The views of an app whose types can be checked, with what their names mean. */
export function scopeViews(pages: readonly CompiledPage[], components: readonly ViewFile[]): ScopedView[] {
  return [...pages.flatMap(scopePage), ...components.flatMap(scopeWithoutController)];
}

function scopePage({ source: { file }, html, controller, module, data }: CompiledPage): ScopedView[] {
  const own = module?.own;
  // What a controller holds has types only where the engine knows those of TypeScript, and its own errors come first.
  if (controller && own?.abi !== "gc") return [];
  const exports = [...(own?.exports ?? []), ...(own?.variables ?? [])].map(({ name }) => name);
  const [page, ...inner] = html.checks;
  return [
    ...(page ? [{ file, check: page, data, controller: controller && { file: controller.file, exports } }] : []),
    ...inner.map((check) => ({ file, check })),
  ];
}

function scopeWithoutController({ source: { file }, html }: ViewFile): ScopedView[] {
  return html.checks.map((check) => ({ file, check }));
}

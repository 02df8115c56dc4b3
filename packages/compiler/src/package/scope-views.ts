import { checkData } from "./check-data.ts";
import { leaveView, scopeView } from "./check-scope.ts";
import type { CheckedText } from "./check-views.ts";
import type { CompiledPage } from "./compile-page.ts";
import type { ViewCheck } from "../html/index.ts";
import type { CompiledControllers } from "./compile-controllers.ts";
import type { ViewFile } from "./view-file.ts";

/** The views and data of an app whose types can be checked, with what their names mean. */
export function scopeViews(
  pages: readonly CompiledPage[],
  components: readonly ViewFile[],
  controllers: CompiledControllers,
): CheckedText[] {
  return [
    ...pages.flatMap((page) => [...scopePage(page), ...scopeInner(page, controllers)]),
    ...components.flatMap((component) => [
      ...scopeComponent(component, component.name, component.html.checks[0], controllers),
      ...scopeInner(component, controllers),
    ]),
  ];
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
  const [page] = html.checks;
  // What a controller holds has types only where the engine knows those of TypeScript, and its own errors come first.
  if (controller && own?.abi !== "gc") return page ? [leaveView(file, page)] : [];
  const variables = (own?.variables ?? []).map(({ name }) => name);
  const exports = [...(own?.exports ?? []).map(({ name }) => name), ...variables];
  const assigned = assigns.filter((name) => variables.includes(name));
  return [
    ...(page ? scopeView(file, page, { data, controller: controller && { file: controller.file, exports } }) : []),
    ...(controller && dataSource ? checkData(dataSource, assigned, controller.file) : []),
  ];
}

/** The components that a file defines for itself. */
function scopeInner(file: Pick<ViewFile, "source" | "html">, controllers: CompiledControllers): CheckedText[] {
  const { components, checks } = file.html;
  return components.flatMap(({ name }, i) => scopeComponent(file, name, checks[i + 1], controllers));
}

/** A component, which its uses give what its controller does not have. */
function scopeComponent(
  { source: { file } }: Pick<ViewFile, "source">,
  name: string,
  check: ViewCheck | undefined,
  controllers: CompiledControllers,
): CheckedText[] {
  const controller = controllers.get(name);
  const own = controller?.module?.own;
  if (!check) return [];
  if (controller && own?.abi !== "gc") return [leaveView(file, check)];
  const exports = [...(own?.exports ?? []), ...(own?.variables ?? [])].map((each) => each.name);
  return scopeView(file, check, { controller: controller && { file: controller.source.file, exports } });
}

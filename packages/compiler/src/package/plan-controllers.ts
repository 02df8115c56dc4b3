import type { Diagnostic } from "@rune/schema";
import { findNearest } from "@rune/schema";
import { findEngine } from "../engines/index.ts";
import type { InnerController, ScannedComponents } from "../html/index.ts";
import { listKnownModelPlaces, scanKnownComponents } from "./known-files.ts";
import type { AppSource } from "./app-source.ts";
import type { ControllerSource } from "./compile-controllers.ts";
import { folderOf, type ReadPage } from "./compile-page.ts";
import type { ComponentSource } from "./discover-components.ts";
import { componentMessages } from "./component-messages.ts";
import { decodeText, placeDiagnostic, type SourceText } from "./source-text.ts";

/** An HTML file with its controllers. */
interface PlannedFile {
  /** Name of the view that the file is. */
  name: string;
  html: SourceText;
  scanned: ScannedComponents;
  controllers: ControllerSource[];
}

/** The controllers of an app, before any of them is compiled. */
export interface ControllerPlan {
  controllers: ControllerSource[];
  diagnostics: Diagnostic[];
}

/**
 * Finds out which controllers there are, and which are used together: a component's belongs with those of the pages that show it, so that what they
 * give each other is the same object to both.
 */
export function planControllers(
  source: AppSource,
  pages: readonly ReadPage[],
  components: readonly ComponentSource[],
): ControllerPlan {
  const diagnostics: Diagnostic[] = [];
  const taken = new Set(pages.flatMap(({ controller }) => controller?.file ?? []));
  const files = [
    ...pages.map(({ page, html, controller, data }): PlannedFile => {
      const scanned = scanKnownComponents({
        kind: page.kind,
        file: html.file,
        name: page.name,
        folder: folderOf(page.html),
        source: html.text,
      });
      const assigns = [...Object.keys(data?.data ?? {}), ...listKnownModelPlaces(html.text).names];
      const own = controller && { name: page.name, source: controller, assigns, many: false, near: [] };
      return { name: page.name, html, scanned, controllers: own ? [own] : [] };
    }),
    ...components.map(({ name, html, controller }): PlannedFile => {
      const { file, text } = html;
      const scanned = scanKnownComponents({ kind: "component", file, name, folder: "components", source: text });
      const own = controller && createMany(name, controller, html);
      return { name, html, scanned, controllers: own ? [own] : [] };
    }),
  ];
  for (const { html, scanned, controllers } of files) {
    for (const inner of scanned.controllers) {
      const found = findInner(source, taken, html, inner);
      if ("code" in found) diagnostics.push(found);
      else controllers.push(createMany(inner.view, found, html));
    }
  }
  for (const file of files) {
    const near = collectNear(file, files);
    for (const controller of file.controllers) controller.near = near;
  }
  const all = files.flatMap(({ controllers }) => controllers);
  addProps(
    all,
    files.map(({ scanned }) => scanned),
  );
  return { controllers: all, diagnostics };
}

function createMany(name: string, source: SourceText, html: SourceText): ControllerSource {
  return { name, source, assigns: [...listKnownModelPlaces(html.text).names], many: true, near: [] };
}

/** The file that a `data-controller` means. */
function findInner(
  { directory, files }: AppSource,
  taken: ReadonlySet<string>,
  html: SourceText,
  { path, written, range }: InnerController,
): SourceText | Diagnostic {
  const bytes = path === undefined ? undefined : files.get(path);
  if (path === undefined || !bytes) {
    const known = [...files.keys()].filter((each) => each.endsWith(".ts"));
    const nearest = path === undefined ? undefined : findNearest(path, known);
    return placeDiagnostic(componentMessages.app_controller_missing(written, nearest), html, range);
  }
  const file = `${directory}/${path}`;
  if (findEngine(file)?.abi !== "gc") return placeDiagnostic(componentMessages.app_component_engine(), html, range);
  if (taken.has(file)) return placeDiagnostic(componentMessages.app_controller_taken(path), html, range);
  return decodeText(file, bytes);
}

/** The controllers' files of what a file's views show, directly or through others. */
function collectNear(file: PlannedFile, files: readonly PlannedFile[]): string[] {
  const reached = new Set([file]);
  for (const { scanned } of reached) {
    for (const { view } of scanned.uses) {
      const used = files.find(({ name }) => name === view);
      if (used) reached.add(used);
    }
  }
  return [...reached].flatMap(({ controllers }) => controllers.map(({ source }) => source.file));
}

/** What uses give a component becomes the value of its controller's variables of these names. */
function addProps(controllers: readonly ControllerSource[], scans: readonly ScannedComponents[]): void {
  const uses = scans.flatMap((scanned) => scanned.uses);
  for (const controller of controllers) {
    if (!controller.many) continue;
    const props = uses.flatMap(({ view, props: given }) => (view === controller.name ? given : []));
    controller.assigns = [...new Set([...controller.assigns, ...props])];
  }
}

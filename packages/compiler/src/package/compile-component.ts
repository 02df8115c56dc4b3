import type { Diagnostic } from "@rune/schema";
import { type CompileViewOptions, type CompileViewResult } from "../html/index.ts";
import type { CompileAppOptions } from "./app-source.ts";
import { getAssetPath } from "./asset-path.ts";
import type { CompiledControllers } from "./compile-controllers.ts";
import { createPolicy } from "./compile-page.ts";
import { describeController, describeInner } from "./describe-controller.ts";
import { compileKnownView } from "./known-files.ts";
import type { ComponentSource } from "./discover-components.ts";
import type { SourceText } from "./source-text.ts";

/** A component of the app. */
export interface CompiledComponent {
  /** Name of its view. */
  name: string;
  source: SourceText;
  html: CompileViewResult;
  diagnostics: Diagnostic[];
}

/** Compiles a component, whose controller has been compiled. */
export function compileComponent(
  { name, html, controller }: ComponentSource,
  controllers: CompiledControllers,
  options: CompileAppOptions,
): CompiledComponent {
  const own = controller && describeController(controllers.get(name));
  const viewOptions: CompileViewOptions = {
    policy: createPolicy(options.capabilities),
    locateAsset: getAssetPath,
    controllers: describeInner(controllers, name),
    ...(own && { controller: own }),
    // Without its controller the view cannot be judged; its own errors would be noise.
    ...(controller && !own && { names: "open" as const }),
  };
  const compiled = compileKnownView(
    { kind: "component", file: html.file, name, folder: "components", source: html.text },
    viewOptions,
  );
  return { name, source: html, html: compiled, diagnostics: compiled.diagnostics };
}

export type { ViewFinding, ViewProblem } from "./check/finding.ts";
export type { CheckedUse } from "./check/generate-check.ts";
export { VIEW_FUNCTION, checkPrelude, checkedName } from "./check/generate-check.ts";
export type { ViewCheck } from "./check/view-check.ts";
export { compileView } from "./compile.ts";
export type { ComponentFacts, ComponentUse, NamedPlace } from "./components/component-use.ts";
export { isComponentName, nameComponentView, nameInnerView } from "./components/definition.ts";
export { scanComponents } from "./components/scan-components.ts";
export type { InnerController, ScannedComponents, ScannedUse } from "./components/scan-components.ts";
export { DEFAULT_SLOT } from "./components/read-slots.ts";
export { listModelPlaces } from "./list-model-places.ts";
export type { ModelPlaces } from "./list-model-places.ts";
export type {
  CompileViewInput,
  CompileViewOptions,
  ControllerInterface,
  ControllerUpdates,
  ControllerVariable,
} from "./options.ts";
export type {
  AssetReference,
  CompileViewResult,
  InnerComponent,
  LinkReference,
  RootedReference,
  RouteReference,
  StyleReference,
} from "./result.ts";

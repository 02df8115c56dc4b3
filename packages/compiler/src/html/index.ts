export { compileView } from "./compile.ts";
export type { CompileViewInput, CompileViewOptions, ControllerInterface, ControllerUpdates } from "./options.ts";
export type {
  AssetReference,
  CompileViewResult,
  LinkReference,
  RootedReference,
  RouteReference,
  StyleReference,
} from "./result.ts";

export { compileView } from "./compile.ts";
export type { CompileViewInput, CompileViewOptions, ControllerInterface, ControllerUpdates } from "./options.ts";
export type { AssetReference, CompileViewResult, LinkReference, RouteReference, StyleReference } from "./result.ts";
export { findAmbiguity, isAmbiguous } from "./route/find-ambiguity.ts";
export { matchesPattern } from "./route/matches-pattern.ts";
export { parseRoutePattern } from "./route/parse-route-pattern.ts";
export type { ParsedRoutePattern, RouteProblem, RouteSegment } from "./route/parse-route-pattern.ts";

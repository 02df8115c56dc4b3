export { assertVersion } from "./assert-version.ts";
export { keepOwnLoaders } from "./keep-own-loaders.ts";
export type { LoadersCompiler } from "./keep-own-loaders.ts";
export { loadInEsbuild } from "./load-in-esbuild.ts";
export type { EsbuildLoadContext, EsbuildLoads, LoadingBuild } from "./load-in-esbuild.ts";
export { createResolveHook } from "./resolve-hook.ts";
export type { ResolveContext, ResolveHook } from "./resolve-hook.ts";
export { createRestartFile } from "./restart-file.ts";
export type { RestartFile, RestartFileSystem } from "./restart-file.ts";

export type { SealedPackage } from "@rune/archive";
export type { AppPage } from "@rune/compiler/package";
export { createAppBuild } from "./core/app-build.ts";
export type {
  AppBuild,
  AppBuildOptions,
  AppSettings,
  BuildReport,
  BuildResult,
  BuildSetup,
  OutputFiles,
  PreparedApp,
} from "./core/app-build.ts";
export { createAppBuilder } from "./core/app-builder.ts";
export type { AppBuilder, RecallApp, AppBuilderOptions, BuiltApp } from "./core/app-builder.ts";
export { evaluateModule } from "./core/evaluate/evaluate-module.ts";
export { messages } from "./core/messages.ts";
export { packageOptionChecks, resolveOptions } from "./core/options.ts";
export type { CapabilityOption, ResolvedRunePackageOptions, RunePackageOptions } from "./core/options.ts";
export { createPackagePlugin } from "./core/plugin.ts";
export { unpluginRunePackage } from "./core/unplugin.ts";

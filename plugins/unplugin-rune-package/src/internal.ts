// For Rune's own packages of the same version: no part of the public API, and another with each version.
export type { SealedPackage } from "@rune/archive";
export type { AppPage } from "@rune/compiler/package";
export { createAppBuilder } from "./core/app-builder.ts";
export type { AppBuilder, AppBuilderOptions, BuiltApp, RecallApp } from "./core/app-builder.ts";
export { createBundlerApp } from "./core/bundler-app.ts";
export type {
  AppSettings,
  BuildReport,
  BundlerApp,
  BundlerAppOptions,
  BundlerOutput,
  BundlerSetup,
  OutputFiles,
  PreparedApp,
} from "./core/bundler-app.ts";
export { evaluateModule } from "./core/evaluate/evaluate-module.ts";
export { messages } from "./core/messages.ts";
export { packageOptionChecks } from "./core/options.ts";
export { createPackagePlugin } from "./core/plugin.ts";

export { resolveOptions } from "./core/options.ts";
export type { CapabilityOption, ResolvedRunePackageOptions, RunePackageOptions } from "./core/options.ts";
export { unpluginRunePackage } from "./core/unplugin.ts";

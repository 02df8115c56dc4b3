export type { PackageSource } from "@rune/archive";
export { defaultGrants, isRuneError } from "@rune/schema";
export type { CapabilityName, Manifest, RuneError } from "@rune/schema";
export { mount } from "./mount.ts";
export type { MountedApp } from "./mount.ts";
export type { AppMessages, MountOptions } from "./options.ts";
export type { FrameClock, Providers } from "./providers/providers.ts";
export type { LocatedSource } from "./providers/url-source.ts";
export type { ErrorReport, SourceLocation } from "./report.ts";

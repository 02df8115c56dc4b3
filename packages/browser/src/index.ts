export { mount } from "./mount.ts";
export type { MountedApp } from "./mount.ts";
export type { MountOptions } from "./options.ts";
export type { LocatedSource } from "./providers/url-source.ts";
export type { ErrorReport, SourceLocation } from "./report.ts";

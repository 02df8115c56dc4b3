import type { CapabilityName } from "./manifest.ts";

/** Capabilities that reach nothing beyond the app itself; a host grants them unless told otherwise. */
export const defaultGrants: readonly CapabilityName[] = [
  "log",
  "time",
  "random",
  "state",
  "ui",
  "navigation",
  "timers",
  // Reaches the page around the app, as far as that listens.
  "messaging",
];

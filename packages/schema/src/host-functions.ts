import type { CapabilityName } from "./manifest.ts";

/**
 * Type of a host function's parameter or result, before an ABI lowers it. `text` is a string; `bytes` a byte block;
 * a trailing `?` means that the value can be absent.
 */
export type HostValueType = "i32" | "i64" | "f64" | "bool" | "text" | "bytes" | "text?" | "bytes?";

/** What a guest may import under one name. */
export interface HostFunction {
  /** The capability that covers it; absent for what every module may use. */
  capability?: CapabilityName;
  parameters: readonly HostValueType[];
  result?: HostValueType;
  /** The host answers later, so the calling module suspends. */
  suspends?: true;
}

/** Import module of the linear ABI. */
export const LINEAR_MODULE = "rune";
/** Import module of the by-reference ABI. */
export const REFERENCE_MODULE = "rune:host";

const mutation = { capability: "ui", parameters: ["text"] } as const;

/** Every host function of a controller, by its wire name. The ABIs, the capability check and the compiler read it. */
export const hostFunctions: Readonly<Record<string, HostFunction>> = {
  log_debug: { capability: "log", parameters: ["text"] },
  log_info: { capability: "log", parameters: ["text"] },
  log_warn: { capability: "log", parameters: ["text"] },
  log_error: { capability: "log", parameters: ["text"] },
  get_local_state: { capability: "state", parameters: ["bytes"], result: "bytes?" },
  set_local_state: { capability: "state", parameters: ["bytes", "bytes"] },
  delete_local_state: { capability: "state", parameters: ["bytes"], result: "bool" },
  clear_local_state: { capability: "state", parameters: [] },
  get_time_ms: { capability: "time", parameters: [], result: "i64" },
  get_random: { capability: "random", parameters: [], result: "f64" },
  uuid_v4: { capability: "random", parameters: [], result: "text" },
  core_dispatch_mutation: mutation,
  execute_mutation: mutation,
  rune_execute_mutation: mutation,
  set_timeout: { capability: "timers", parameters: ["text", "f64"] },
  set_interval: { capability: "timers", parameters: ["text", "f64"] },
  clear_timer: { capability: "timers", parameters: ["text"], result: "bool" },
  clipboard_read: { capability: "clipboard", parameters: [], result: "text?", suspends: true },
  clipboard_write: { capability: "clipboard", parameters: ["text"], result: "bool", suspends: true },
  assets_fetch: { parameters: ["text"], result: "bytes?" },
  abort: { parameters: ["text", "text", "i32", "i32"] },
};

/** Copies the last returned block into the guest; part of the linear ABI itself. */
export const READ_RETURN_BUFFER = "read_return_buffer";

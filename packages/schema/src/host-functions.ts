import type { CapabilityName } from "./manifest.ts";

/**
 * Type of a host function's parameter or result, before an ABI lowers it. `text` is a string; `bytes` a byte block; `utf8` a byte
 * block to the host and to linear modules, which by reference crosses as the text that it encodes. A trailing `?` means that the
 * value can be absent.
 */
export type HostValueType = "i32" | "i64" | "f64" | "bool" | "text" | "bytes" | "utf8" | "text?" | "bytes?" | "utf8?";

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

const log = { capability: "log", parameters: ["text"] } as const;
const timer = { capability: "timers", parameters: ["text", "f64"] } as const;
const mutation = { capability: "ui", parameters: ["text"] } as const;

/** Every host function of a controller, by its wire name. The ABIs, the capability check and the compiler read it. */
export const hostFunctions: Readonly<Record<string, HostFunction>> = {
  log_debug: log,
  log_info: log,
  log_warn: log,
  log_error: log,
  get_local_state: { capability: "state", parameters: ["utf8"], result: "utf8?" },
  set_local_state: { capability: "state", parameters: ["utf8", "utf8"] },
  delete_local_state: { capability: "state", parameters: ["utf8"], result: "bool" },
  clear_local_state: { capability: "state", parameters: [] },
  get_time_ms: { capability: "time", parameters: [], result: "i64" },
  get_random: { capability: "random", parameters: [], result: "f64" },
  uuid_v4: { capability: "random", parameters: [], result: "text" },
  core_dispatch_mutation: mutation,
  execute_mutation: mutation,
  rune_execute_mutation: mutation,
  set_timeout: timer,
  set_interval: timer,
  clear_timer: { capability: "timers", parameters: ["text"], result: "bool" },
  clipboard_read: { capability: "clipboard", parameters: [], result: "text?", suspends: true },
  clipboard_write: { capability: "clipboard", parameters: ["text"], result: "bool", suspends: true },
  http_fetch: { capability: "http", parameters: ["text"], result: "bytes", suspends: true },
  send_to_server: { capability: "server", parameters: ["text"] },
  server_rpc: { capability: "server", parameters: ["text", "text"], result: "text", suspends: true },
  send_to_host: { capability: "messaging", parameters: ["text"] },
  assets_fetch: { parameters: ["text"], result: "bytes?" },
  /**
   * Reads a file that a field of the app holds, by its name, its size in bytes and the time of its last change in milliseconds since 1970, or −1 for
   * any. That the user has chosen it is the permission.
   */
  file_bytes: { parameters: ["text", "f64", "f64"], result: "bytes", suspends: true },
  /** Tells the view around a component of something, by name, with a value as JSON; an empty text for none. */
  emit: { parameters: ["text", "text"] },
  abort: { parameters: ["text", "text", "i32", "i32"] },
};

/** Copies the last returned block into the guest; part of the linear ABI itself. */
export const READ_RETURN_BUFFER = "read_return_buffer";

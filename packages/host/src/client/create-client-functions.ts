import type { ModuleEntry, Mutation, RuneError } from "@rune/schema";
import type { HostFunctions } from "../host-value.ts";
import { clientLimits, type ClientLimits } from "./client-limits.ts";
import { createRandom, createUuid } from "./random.ts";
import { createDispatch } from "./dispatch-mutation.ts";
import { createEmit, type EmitEvent } from "./emit-event.ts";
import { createStateFunctions, type StateStorage } from "./local-state.ts";
import type { TimerHost } from "./timer-table.ts";

export type { ClientLimits } from "./client-limits.ts";
export type { StateStorage } from "./local-state.ts";

/** Where a guest's log lines go. */
export interface Logger {
  debug(text: string): void;
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

/** The clipboard, as the capability of that name gives it. */
export interface Clipboard {
  read(): Promise<string | undefined>;
  /** Whether the text was written. */
  write(text: string): Promise<boolean>;
}

/**
 * Reads a file that the user has chosen in the app, by its name, its size in bytes and the time of its last change in milliseconds since 1970,
 * or −1 for any. Rejects for one that was not chosen.
 */
export type ReadFile = (name: string, size: number, lastModified: number) => Promise<Uint8Array>;

/** What stands behind the host functions of one controller. */
export interface ClientFunctionOptions {
  /** The controller; its capabilities decide about navigation. */
  entry: ModuleEntry;
  log: Logger;
  storage: StateStorage;
  timers: TimerHost;
  /** Applies a mutation that is well-formed. What it throws is reported, the guest goes on. */
  dispatch(mutation: Mutation): void;
  /** Takes what the guest's author should know and the guest does not die of. */
  report(error: RuneError): void;
  /** Takes what a controller tells of to the view around its own. Without it there is no `emit`. */
  emit?: EmitEvent | undefined;
  /** Bytes of a file of the package. Without it there is no `assets_fetch`. */
  assets?: ((path: string) => Uint8Array | undefined) | undefined;
  /** Without it there are no clipboard functions. */
  clipboard?: Clipboard;
  /** Sends requests, as what `createHttpClient` of `@rune/host/http` gives. Without it there is no `http_fetch`. */
  http?: (request: string) => Promise<Uint8Array>;
  /** Without it there is no `file_bytes`. */
  files?: ReadFile | undefined;
  /** Milliseconds since 1970. @default Date.now */
  clock?: () => number;
  /** Fills an array with random bytes. @default crypto.getRandomValues */
  random?: (bytes: Uint8Array) => void;
  /** Bounds; those not named keep their defaults. */
  limits?: Partial<ClientLimits>;
}

/** Implements the host functions of a controller on what a platform provides. */
export function createClientFunctions(options: ClientFunctionOptions): HostFunctions {
  const { log, timers, assets, clipboard, clock = Date.now } = options;
  const limits = { ...clientLimits, ...options.limits };
  const fill = options.random ?? ((bytes: Uint8Array): unknown => crypto.getRandomValues(bytes));
  const cut = (text: string): string => (text.length > limits.logLength ? `${text.slice(0, limits.logLength)}…` : text);
  const dispatch = (name: string): ((text: string) => void) => createDispatch(options, limits, name);
  return {
    log_debug: (text: string) => log.debug(cut(text)),
    log_info: (text: string) => log.info(cut(text)),
    log_warn: (text: string) => log.warn(cut(text)),
    log_error: (text: string) => log.error(cut(text)),
    ...createStateFunctions(options, limits),
    get_time_ms: () => BigInt(Math.floor(clock())),
    get_random: createRandom(fill),
    uuid_v4: createUuid(fill),
    core_dispatch_mutation: dispatch("core_dispatch_mutation"),
    execute_mutation: dispatch("execute_mutation"),
    rune_execute_mutation: dispatch("rune_execute_mutation"),
    set_timeout: (id: string, ms: number) => timers.set(id, ms, false),
    set_interval: (id: string, ms: number) => timers.set(id, ms, true),
    clear_timer: (id: string) => timers.clear(id),
    emit: options.emit && createEmit(options.emit, options.report, limits),
    assets_fetch: assets && ((path: string) => assets(path)),
    http_fetch: options.http,
    file_bytes: options.files,
    clipboard_read: clipboard && (() => clipboard.read()),
    clipboard_write: clipboard && ((text: string) => clipboard.write(text)),
  };
}

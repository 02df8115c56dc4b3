import { createClientFunctions, createTimerTable } from "@rune/host";
import type { Clipboard, HostFunctions, Logger } from "@rune/host";
import { createHttpClient } from "@rune/host/http";
import { createServerFunctions } from "@rune/host/server";
import type { ServerConnection } from "@rune/host/server";
import type { Manifest, ModuleEntry, Mutation } from "@rune/schema";
import { createStore } from "./create-store.ts";
import type { TestProviders } from "./test-providers.ts";
import { resolveProviders } from "./test-providers.ts";

/** What the host functions of a controller are made of. */
export interface FunctionOptions {
  readonly manifest: Manifest;
  readonly entry: ModuleEntry;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly providers: TestProviders;
  /** The way to services. */
  readonly server: ServerConnection | undefined;
  report(error: Error): void;
  dispatch(mutation: Mutation): void;
  emit(name: string, detail: unknown): void;
  send(message: unknown): void;
  onTimer(id: string): void;
}

/** The host functions of a controller without a page, and what ends what they have begun. */
export function createFunctions(options: FunctionOptions): { readonly table: HostFunctions; close(): void } {
  const { manifest, entry, files, server, report, dispatch, onTimer } = options;
  const {
    log = silent,
    time,
    timers,
    random,
    state = createStore(),
    http,
    clipboard = unheard,
    files: readFile = refuse,
  } = resolveProviders(options.providers);
  const abort = new AbortController();
  const table = createTimerTable({
    clock: timers ?? globalThis,
    report,
    onTimer(id) {
      try {
        onTimer(id);
      } catch (error) {
        report(error as Error);
      }
    },
  });
  const origins = manifest.capabilities.find(({ name }) => name === "http")?.origins ?? [];
  return {
    table: {
      send_to_host: (json: string) => options.send(JSON.parse(json)),
      ...createClientFunctions({
        entry,
        log,
        storage: state,
        timers: table,
        dispatch,
        emit: options.emit,
        report,
        assets: (path) => files.get(manifest.assets.find(({ name }) => name === path)?.file ?? path),
        http: createHttpClient({ origins, signal: abort.signal, ...(http && { fetch: http }) }),
        ...(time && { clock: time }),
        ...(random && { random }),
        clipboard,
        files: readFile,
      }),
      ...createServerFunctions({ connection: server, signal: abort.signal, report }),
    },
    close() {
      table.clearAll();
      abort.abort();
    },
  };
}

/** A test that wants to see the log gives a logger. */
const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** As where the user says no. */
const unheard: Clipboard = { read: async () => undefined, write: async () => false };

async function refuse(name: string): Promise<never> {
  throw new Error(`the test has no file ${JSON.stringify(name)}: give \`providers: { files: async (name) => … }\``);
}

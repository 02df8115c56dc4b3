import type { ServerConnection } from "@rune/host/server";
import type { CapabilityName } from "@rune/schema";
import { defaultGrants } from "@rune/schema";
import type { HotListener } from "./hot/hot-app.ts";
import { optionInvalid } from "./messages.ts";
import type { Providers } from "./providers/providers.ts";
import type { ErrorReport } from "./report.ts";

/** What an app and the page around it tell each other: plain data, which travels as JSON. */
export interface AppMessages {
  /** What the page sends. */
  toApp: unknown;
  /** What the app sends. */
  toPage: unknown;
}

/** When the files of a package are checked. */
export type Verify = "all" | "used" | "first";

/** How an app is mounted. */
export interface MountOptions<Messages extends AppMessages = AppMessages> {
  /** Root digest that the package must have, `sha256-…`. */
  root?: string | undefined;
  /**
   * Capabilities that the app may have, if its manifest asks for them.
   * @default those that reach nothing beyond the app itself: log, time, random, state, ui, navigation, timers
   */
  grants?: readonly CapabilityName[] | undefined;
  /**
   * Where `rune.set_local_state` keeps its values: across visits, or for this tab.
   * @default "local"
   */
  storage?: "local" | "session" | undefined;
  /**
   * The name that those values are kept under. A package chooses its id itself, also that of another one: give those that you did not build names of their own.
   * @default the id of the package
   */
  stateId?: string | undefined;
  /**
   * Takes errors that the page survives, such as a handler that fails.
   * @default writes them to the console
   */
  onError?: ((report: ErrorReport) => void) | undefined;
  /**
   * Takes what controllers send with `rune.send_to_host`. What `start` sends can come before the promise of `mount` is fulfilled: who answers awaits
   * it, and gets the app to answer by.
   */
  onMessage?(message: Messages["toPage"]): void;
  /** Unmounts the app when it is aborted, or keeps it from being mounted. */
  signal?: AbortSignal | undefined;
  /**
   * `all`: every file is checked before the app starts. `used`: each when it is first needed. `first`: what the first page needs before it shows, all
   * others behind it; an app of which one was changed is then taken out of the page.
   * @default "all"
   */
  verify?: Verify | undefined;
  /**
   * Path prefix of the app's routes; a relative one counts from the page.
   * @default "/"
   */
  base?: string | undefined;
  /**
   * Whether the app is trusted as the page itself is. Otherwise its modules must have fuel, so that none can run for ever, and may not use the
   * browser's regular expressions, which nothing can stop.
   * @default false
   */
  trusted?: boolean | undefined;
  /** The way to the app's services, for controllers with the capability `server`. Without it their calls are rejected. */
  server?: ServerConnection | undefined;
  /**
   * How much a controller may do in one turn of the event loop, in ticks: about a nanosecond each. One that does more is stopped, and so is one
   * whose turn takes longer than 800 ms, or as many times that as this is of its default where it is more.
   * @default 250,000,000
   */
  fuel?: number | undefined;
  /**
   * What stands behind the app's capabilities, for a page that has something of its own: a clock, a store, a `fetch`.
   * @default the browser's
   */
  providers?: Providers | undefined;
  /** For development servers: gets what brings another build of the app to the page while it runs. */
  hot?: HotListener | undefined;
}

/** `MountOptions` with the defaults filled in. */
export interface ResolvedMountOptions {
  readonly root: string | undefined;
  readonly grants: ReadonlySet<CapabilityName>;
  readonly storage: "local" | "session";
  readonly stateId: string | undefined;
  readonly onError: ((report: ErrorReport) => void) | undefined;
  readonly onMessage: ((message: unknown) => void) | undefined;
  readonly verify: Verify;
  /** A path with slashes at both ends. */
  readonly base: string;
  readonly trusted: boolean;
  readonly server: ServerConnection | undefined;
  readonly fuel: number | undefined;
  readonly providers: Providers;
  readonly hot: HotListener | undefined;
}

const known: Readonly<Record<keyof MountOptions, true>> = {
  root: true,
  grants: true,
  storage: true,
  stateId: true,
  onError: true,
  onMessage: true,
  signal: true,
  verify: true,
  base: true,
  trusted: true,
  server: true,
  fuel: true,
  providers: true,
  hot: true,
};

const knownProviders: Readonly<Record<keyof Providers, true>> = {
  log: true,
  time: true,
  timers: true,
  frames: true,
  random: true,
  state: true,
  http: true,
  clipboard: true,
  files: true,
};

/**
 * Completes the options of `mount`.
 *
 * @throws RuneError `option_invalid`
 */
export function resolveMountOptions(options: MountOptions, page: string): ResolvedMountOptions {
  assertKnown("", options, known);
  const { root, grants = defaultGrants, storage = "local", onError, verify = "all", base = "/" } = options;
  const { stateId, trusted = false, server, providers = {}, onMessage, fuel, hot } = options;
  if (!Array.isArray(grants)) throw optionInvalid("grants", "it must be an array of capability names");
  assertOneOf("storage", storage, ["local", "session"]);
  if (stateId !== undefined && !/^[\w.-]+$/.test(stateId))
    throw optionInvalid("stateId", "it must be letters, digits, `_`, `.` and `-`");
  assertOneOf("verify", verify, ["all", "used", "first"]);
  if (typeof trusted !== "boolean") throw optionInvalid("trusted", "it must be `true` or `false`");
  if (onError !== undefined && typeof onError !== "function") throw optionInvalid("onError", "it must be a function");
  assertKnown("providers.", providers, knownProviders);
  if (fuel !== undefined && !(fuel > 0 && fuel < 2 ** 31))
    throw optionInvalid("fuel", "it must be a number below 2,147,483,648");
  if (onMessage && typeof onMessage !== "function") throw optionInvalid("onMessage", "it must be a function");
  if (!URL.canParse(base, page)) throw optionInvalid("base", "it must be a path such as `/app/`");
  const path = new URL(base, page).pathname.replace(/\/*$/, "/");
  return {
    root,
    grants: new Set(grants),
    storage,
    stateId,
    onError,
    onMessage,
    verify,
    base: path,
    trusted,
    server,
    fuel,
    providers,
    hot,
  };
}

function assertKnown(path: string, given: object, names: object): void {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(names, name)) continue;
    throw optionInvalid(path + name, `the ${path ? "providers" : "options"} are ${Object.keys(names).join(", ")}`);
  }
}

function assertOneOf(name: string, value: string, values: readonly string[]): void {
  if (!values.includes(value))
    throw optionInvalid(name, `it must be ${values.map((each) => `\`${each}\``).join(" or ")}`);
}

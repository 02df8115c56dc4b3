import { resolve } from "node:path";
import { checkBoolean, checkOptions, checkText, formatValue, type OptionCheck } from "@rune/bundlers";
import {
  capabilityNames,
  findNearest,
  type CapabilityName,
  type CapabilityRequest,
  type RoutingMode,
} from "@rune/schema";

/** What an author can say about a capability: why, and for `net` and `http`, with which origins. */
export type CapabilityOption = string | { reason?: string; origins?: readonly string[] };

/** Options of the package plugin. */
export interface RunePackageOptions {
  /**
   * Folder of the app, relative to the project root.
   * @default "app"
   */
  app?: string;
  /**
   * Identity of the app, stable across versions; the package is called `<id>.rune`.
   * @default the name in package.json
   */
  id?: string;
  /**
   * Name for people.
   * @default the id
   */
  name?: string;
  /**
   * Version of the app.
   * @default the version in package.json
   */
  version?: string;
  /** Default language, a BCP 47 tag. */
  locale?: string;
  /**
   * Folder of the project: an absolute path, or one from the working directory.
   * @default what the bundler has for it, otherwise the working directory
   */
  root?: string;
  /**
   * Address of the output folder, with a final slash: a path (`/shop/`), a URL, or `./`.
   * @default what the bundler has for it, otherwise "/"
   */
  base?: string;
  /**
   * Optimise modules for size and speed, at the cost of build time.
   * @default true in a build, false in development
   */
  release?: boolean;
  /**
   * Configuration of PostCSS, which then processes the app's styles: a path from the project's folder, or `false` for none.
   * @default the one in the project's folder, if there is one
   */
  postcss?: string | false;
  /**
   * Where the current route lives: in the path of the address (`/active`) or in its fragment (`#/active`), which needs
   * nothing of the server.
   * @default "path"
   */
  routing?: RoutingMode;
  /**
   * What the app asks its host for, and why. Harmless capabilities (log, time, random, state, ui, navigation, timers)
   * are added by themselves where a module uses them.
   * @default {}
   */
  capabilities?: Partial<Record<CapabilityName, CapabilityOption>>;
}

/** Options with every default filled in. What comes from package.json is resolved later, when the root is known. */
export interface ResolvedRunePackageOptions {
  app: string;
  id: string | undefined;
  name: string | undefined;
  version: string | undefined;
  locale: string | undefined;
  /** An absolute path; `undefined`: as the bundler has it. */
  root: string | undefined;
  /** `undefined`: as the bundler has it. */
  base: string | undefined;
  /** `undefined`: as the bundler's mode says. */
  release: boolean | undefined;
  postcss: string | false | undefined;
  routing: RoutingMode;
  capabilities: CapabilityRequest[];
}

/** For each option: what it must be, if it is not. */
export const packageOptionChecks: Readonly<Record<keyof RunePackageOptions, OptionCheck>> = {
  app: (value) =>
    typeof value === "string" && /^(?![/\\]|.*\.\.)[^\\]+$/.test(value)
      ? undefined
      : "a folder below the project root, such as `app`",
  id: (value) =>
    typeof value === "string" && /^[a-z0-9][a-z0-9._-]{0,127}$/.test(value)
      ? undefined
      : "lower-case letters, digits, `.`, `_` and `-`, such as `my-app`",
  name: checkText,
  version: checkText,
  locale: checkText,
  root: checkText,
  base: (value) =>
    typeof value === "string" && /^(\.?\/|https?:\/\/).*$/.test(value) && value.endsWith("/")
      ? undefined
      : "an address with a final slash, such as `/shop/`",
  release: checkBoolean,
  postcss: (value) =>
    value === false || (typeof value === "string" && value !== "")
      ? undefined
      : "the path of a configuration, such as `postcss.config.js`, or false",
  routing: (value) => (value === "path" || value === "hash" ? undefined : '"path" or "hash"'),
  capabilities: (value) => (typeof value === "object" && value !== null ? undefined : "an object by capability name"),
};

/** Completes and checks the options. Throws a `TypeError` that names the key path and the legal values. */
export function resolveOptions(options: RunePackageOptions = {}): ResolvedRunePackageOptions {
  checkOptions(options, packageOptionChecks, { plugin: "rune", example: 'runePackage({ id: "my-app" })' });
  return {
    app: (options.app ?? "app").replace(/^\.\/|\/+$/g, ""),
    id: options.id,
    name: options.name,
    version: options.version,
    locale: options.locale,
    root: options.root === undefined ? undefined : resolve(options.root),
    base: options.base,
    release: options.release,
    postcss: options.postcss,
    routing: options.routing ?? "path",
    capabilities: resolveCapabilities(options.capabilities ?? {}),
  };
}

function resolveCapabilities(capabilities: NonNullable<RunePackageOptions["capabilities"]>): CapabilityRequest[] {
  return Object.entries(capabilities).map(([name, option]) => {
    const path = `capabilities.${name}`;
    if (!isCapabilityName(name)) {
      const nearest = findNearest(name, capabilityNames);
      const hint = nearest ? `did you mean \`${nearest}\`?` : `the capabilities are ${capabilityNames.join(", ")}`;
      throw new TypeError(`rune: unknown capability \`${path}\`; ${hint}`);
    }
    const request = createRequest(name, path, option);
    if ((name === "net" || name === "http") && !request.origins?.length) {
      throw new TypeError(`rune: \`${path}\` needs origins: { origins: ["https://example.com"], reason: "…" }`);
    }
    return request;
  });
}

function createRequest(name: CapabilityName, path: string, option: unknown): CapabilityRequest {
  if (typeof option === "string") return { name, reason: option };
  if (typeof option !== "object" || option === null) {
    throw new TypeError(`rune: \`${path}\` must be a reason ("Copies links") or { reason, origins }`);
  }
  const request: CapabilityRequest = { name };
  for (const [key, value] of Object.entries(option)) {
    if (key === "reason" && typeof value === "string") request.reason = value;
    else if (key === "origins" && Array.isArray(value)) {
      request.origins = value.map((origin: unknown, i) => checkOrigin(`${path}.origins[${i}]`, origin));
    } else if (key === "origins" || key === "reason") {
      throw new TypeError(`rune: \`${path}.${key}\` must be a ${key === "origins" ? "list of origins" : "text"}`);
    } else {
      const nearest = findNearest(key, ["reason", "origins"]);
      const hint = nearest ? `did you mean \`${nearest}\`?` : "a capability has `reason` and `origins`";
      throw new TypeError(`rune: \`${path}.${key}\` is unknown; ${hint}`);
    }
  }
  return request;
}

function isCapabilityName(name: string): name is CapabilityName {
  return (capabilityNames as readonly string[]).includes(name);
}

function checkOrigin(path: string, origin: unknown): string {
  if (typeof origin === "string" && URL.canParse(origin) && new URL(origin).origin === origin) return origin;
  throw new TypeError(`rune: \`${path}\` must be an origin such as "https://example.com", not ${formatValue(origin)}`);
}

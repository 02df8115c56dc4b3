/**
 * `RUNE.MANIFEST.json`: what a package is, what it holds, and what it asks for. The manifest is RFC 8785 canonical JSON;
 * its SHA-256 is the package's root, so it fixes every byte of every other file.
 */
export interface Manifest {
  /** What kind of file this is. */
  format: "rune.manifest";
  /** Major version of the format. */
  manifest_version: 1;
  /**
   * Identity of the app, stable across versions; state that the app keeps is stored under it.
   * @pattern ^[a-z0-9][a-z0-9._-]*$
   * @maxLength 128
   */
  id: string;
  /** Name for people. */
  name: string;
  /** Version of the app (semver). */
  version: string;
  /** Lowest version of the Rune runtime that understands this package. */
  runtime: string;
  /** Route that a host opens first. */
  entry: string;
  /** Where the current route lives in the address: its path, or its fragment. */
  routing: RoutingMode;
  routes: Route[];
  views: ViewEntry[];
  modules: ModuleEntry[];
  assets: AssetEntry[];
  /** What the app asks its host for. Modules get nothing that is not here. */
  capabilities: CapabilityRequest[];
  trust: TrustClass;
  /** Default language, a BCP 47 tag. */
  locale?: string;
  icons?: IconEntry[];
  /** Every other file of the package, save `META-INF/SIGNATURE.json`. */
  files: FileTable;
}

export type RoutingMode = "path" | "hash";
export type TrustClass = "untrusted" | "trusted";

/** A route and what serves it. */
export interface Route {
  /** `/users/:id`, with `:name`, `:name?` and a final `*rest`. */
  pattern: string;
  /** Name of the view. */
  view: string;
  /** Names of the views around it, from the outside in; each has an outlet for the next. */
  layouts?: string[];
  /** File of the controller's module. */
  controller?: string;
  /** The module's export that makes the controller; without one the module itself is the controller. */
  factory?: string;
  /** File of the page's initial data. */
  data?: string;
  /** Names in the data that the controller's variables of these names get before it starts. */
  assigns?: string[];
}

/** A view of the package. */
export interface ViewEntry {
  name: string;
  file: string;
  /**
   * File of the module that makes the controllers of the view: of a component one for each time that it shows, of a layout one. Views of routes have
   * theirs there.
   */
  controller?: string;
  /** The module's export that makes them. */
  factory?: string;
  /** Of a layout: file of its initial data. */
  data?: string;
  /** Names in the data that the controller's variables of these names get before it starts. */
  assigns?: string[];
}

/** A WebAssembly module of the package. */
export interface ModuleEntry {
  file: string;
  kind: ModuleKind;
  abi: ModuleAbi;
  exports: ModuleExport[];
  /** Host functions that the module imports, by name. */
  imports: string[];
  /** Engine features beyond WebAssembly 2.0 that the module needs. */
  features: string[];
  /** Capabilities that its imports need; each is also among the package's own. */
  capabilities: CapabilityName[];
  limits: ModuleLimits;
  /** Exports that make controllers. */
  controllers?: ControllerEntry[];
}

/** A controller that a module makes: for a page once, for a component once an occurrence. */
export interface ControllerEntry {
  /** The export that makes it. */
  name: string;
  /** The functions that it has. */
  exports: ModuleExport[];
}

export type ModuleKind = "controller" | "service";
/** How the module and its host pass values. */
export type ModuleAbi = "linear" | "gc";

/** A function that the module exports. */
export interface ModuleExport {
  name: string;
  parameters: Parameter[];
  result?: ValueType;
  /** The function changes nothing, so a view may call it in an expression. */
  pure?: boolean;
}

export interface Parameter {
  name: string;
  type: ValueType;
  /** A call may leave it out. */
  optional?: true;
  /** It takes all further arguments. Only the last one may. */
  rest?: true;
}

/**
 * What a value is on both sides of the border. `json` is any plain data; in the linear ABI it travels as JSON text.
 */
export type ValueType = "i32" | "u32" | "i64" | "u64" | "f32" | "f64" | "bool" | "string" | "json";

/** Bounds that the host holds an instance to. */
export interface ModuleLimits {
  /**
   * Linear memory, in pages of 64 KiB.
   * @asType integer
   * @minimum 1
   * @maximum 65536
   */
  memory_pages?: number;
}

/** A file that the app's views or code address by path. */
export interface AssetEntry {
  file: string;
  /** Path by which views and code address it, where that is not the file's. */
  name?: string;
  /** Media type. */
  type: string;
}

export interface IconEntry {
  file: string;
  sizes?: string;
}

/** A capability and, for those that reach out, how far. */
export interface CapabilityRequest {
  name: CapabilityName;
  /** Why the app asks, for the person who grants. */
  reason?: string;
  /** For `net` and `http`: the origins. */
  origins?: string[];
}

/** What an app can ask its host for. */
export const capabilityNames = [
  "log",
  "time",
  "random",
  "state",
  "ui",
  "navigation",
  "timers",
  "clipboard",
  "server",
  "http",
  "net",
  "db",
  "cache",
  "fs",
  "messaging",
  "frames",
  "process",
  "dom",
  "gpu",
  "ai",
] as const;

export type CapabilityName = (typeof capabilityNames)[number];

/** Size and digest by path. */
export interface FileTable {
  [path: string]: FileEntry;
}

export interface FileEntry {
  /**
   * Bytes.
   * @asType integer
   * @minimum 0
   */
  size: number;
  /**
   * Subresource Integrity form.
   * @pattern ^sha256-[A-Za-z0-9+/]{43}=$
   */
  integrity: string;
}

/** A manifest before its files are sealed. */
export type ManifestDraft = Omit<Manifest, "files">;

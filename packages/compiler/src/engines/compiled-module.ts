import type {
  CapabilityName,
  Diagnostic,
  Json,
  ModuleAbi,
  ModuleExport,
  ModuleInterface,
  ModuleLimits,
  ValueType,
} from "@rune/schema";

/** A module and the way to the files that it imports. */
export interface CompileModuleInput {
  /** Path of the module, relative to the project root, with `/`. */
  file: string;
  source: string;
  /** Reads another file of the project by its project-relative path; `undefined` when there is none. */
  readFile(path: string): string | undefined;
}

/** A controller that a module makes. */
export interface ControllerOptions {
  /** What the export is called that makes it. */
  name: string;
  /** Project-relative path of its file. */
  file: string;
  /**
   * Whether it is made many times, each with a state of its own. Otherwise it is made at most once.
   * @default false
   */
  many?: boolean;
  /**
   * Names of exported variables that the host assigns.
   * @default none
   */
  assigns?: readonly string[];
}

/** How a module is compiled. */
export interface CompileModuleOptions {
  /**
   * Controllers that the module makes, if the ABI has such modules. The file and the source of the module are then those of no file: it consists of the
   * controllers, and of one instance of whatever they import.
   * @default the module itself is what its file exports
   */
  controllers?: readonly ControllerOptions[];
  /**
   * Optimise for size and speed. Otherwise compile fast and keep the names of functions. `"check"` finds out all that there is to say of the module for release,
   * and leaves optimising to another compile for release, which takes that much less time; the bytes are of no use.
   * @default true
   */
  release?: boolean | "check";
  /**
   * Most linear memory that the module may have, in pages of 64 KiB.
   * @default 256
   */
  memoryPages?: number;
  /**
   * Names of exported variables that the host assigns, if the ABI has such exports.
   * @default none
   */
  assigns?: readonly string[];
  /**
   * Names of properties that the host assigns of objects that it has from the module, if the ABI has such objects; `[]` stands for the elements of
   * arrays.
   * @default none
   */
  enters?: readonly string[];
  /**
   * Whether the module counts what it does and stops when its host's budget is used up.
   * @default false
   */
  fuel?: boolean;
  /**
   * Whether the module tells its host which objects have changed, of those that the host watches, if the ABI has objects.
   * @default false
   */
  watch?: boolean;
  /**
   * Whether the host can assign all data that is exported, as it was in another build of the module, if the ABI has such exports.
   * @default false
   */
  replaceable?: boolean;
  /**
   * Whether the checks of TypeScript are strict where no `tsconfig.json` around the module says so.
   * @default true
   */
  strict?: boolean;
  /**
   * Whether to make a source map, where the engine can, and whether it stands in the module itself, where engines and hosts find it.
   * @default false
   */
  sourceMap?: boolean | "inline";
}

/** A compiled module and what the rest of the build needs to know about it. */
export interface CompiledModule {
  bytes: Uint8Array;
  /** Source map of `bytes`, version 3, if it was asked for and the engine makes one. */
  sourceMap?: string;
  abi: ModuleAbi;
  exports: ModuleExport[];
  /** Where exported functions change something, as far as that is known; by their names. */
  effects?: Readonly<Record<string, Effect>>;
  /** Variables that it exports, if the ABI has such exports. */
  variables?: ModuleVariable[];
  /** Host functions that it imports, sorted. */
  imports: string[];
  /** Engine features beyond WebAssembly 2.0. */
  features: string[];
  /** What its imports need, sorted. */
  capabilities: CapabilityName[];
  /** Bounds that are built into it. */
  limits: ModuleLimits;
  /** Names that it passes to `rune.update_data`; not complete if a call passes something else than a literal. */
  updates: DataUpdates;
  /** Events that it emits; absent where the ABI has no controllers of components. */
  emits?: EmittedEvents;
  /** Nodes, and pages and paths to open, that it names with a literal, sorted; a name that is computed is not among them. */
  targets: ModuleTarget[];
  /** Project-relative paths of the other files that went into it, sorted. */
  dependencies: string[];
  /** How its exports are used as what they are in the source; only where the ABI has typed calls. */
  interface?: ModuleInterface;
  /** TypeScript's declaration of what an import of it gives, for a file in the project's root; only where the ABI has typed calls. */
  declaration?: string;
  /** The controllers that it makes. */
  controllers?: CompiledController[];
}

/** A controller of a compiled module. */
export interface CompiledController
  extends
    Pick<CompiledModule, "exports" | "effects" | "updates" | "targets" | "dependencies">,
    Required<Pick<CompiledModule, "variables" | "emits">> {
  /** What the export is called that makes it. */
  name: string;
  /** Project-relative path of its file. */
  file: string;
}

/** Where something stands; line and column count from 1. */
export interface SourcePlace {
  /** Project-relative path. */
  file: string;
  line: number;
  column: number;
}

/** Where a function changes something. */
export interface Effect extends SourcePlace {
  /** What is `any`, and so may be what calls a function there: where it stands, and how the author wrote it. */
  hidden?: SourcePlace & { text: string };
}

/** A variable that a module exports. */
export interface ModuleVariable {
  name: string;
  type: ValueType;
  /** It can be assigned: it is no constant. */
  writable: boolean;
  /** Its value from the start, if that is known before the module runs. */
  initial?: Json;
}

/** Page data that a module writes. */
export interface DataUpdates {
  names: string[];
  complete: boolean;
}

/** Events that a module emits. */
export interface EmittedEvents {
  names: string[];
  /** There are no others. */
  complete: boolean;
}

/** A node that a module names, and the guest function that it names it for, such as `update_data`; for `navigate` a page or path. */
export interface ModuleTarget {
  node: string;
  function: string;
}

/** A module, unless a diagnostic is an error. */
export interface CompileModuleResult {
  module?: CompiledModule;
  diagnostics: Diagnostic[];
}

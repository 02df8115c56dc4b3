// The web standard globals that this package uses; every platform has them, the ES library alone does not name them.
declare namespace WebAssembly {
  type ImportExportKind = "function" | "global" | "memory" | "table" | "tag";
  interface ModuleImportDescriptor {
    module: string;
    name: string;
    kind: ImportExportKind;
  }
  interface ModuleExportDescriptor {
    name: string;
    kind: ImportExportKind;
  }
  interface Module {
    readonly [Symbol.toStringTag]?: string;
  }
  const Module: {
    new (bytes: Uint8Array): Module;
    prototype: Module;
    imports(module: Module): ModuleImportDescriptor[];
    exports(module: Module): ModuleExportDescriptor[];
    customSections(module: Module, name: string): ArrayBuffer[];
  };
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  const Instance: { new (module: Module): Instance; prototype: Instance };
  /** The kind of exception that JavaScript throws. */
  const JSTag: object | undefined;
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  /** What an engine that knows them takes for modules with garbage collection; others ignore it. */
  interface CompileOptions {
    readonly builtins: readonly string[];
    readonly importedStringConstants: string;
  }
  function compile(bytes: Uint8Array, options?: CompileOptions): Promise<Module>;
  function validate(bytes: Uint8Array): boolean;
  function instantiate(module: Module, imports: Record<string, Record<string, unknown>>): Promise<Instance>;
  class RuntimeError extends Error {}
  class LinkError extends Error {}
  const Memory: { prototype: Memory };
  const Global: { prototype: { value: unknown }; new (): { value: unknown } };
  /** JavaScript Promise Integration, where the engine has it. */
  const Suspending: (new (implementation: (...parameters: never[]) => Promise<unknown>) => object) | undefined;
  const promising: ((callee: unknown) => (...parameters: unknown[]) => Promise<unknown>) | undefined;
}

declare const performance: {
  now(): number;
};

interface TextDecoderLike {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => TextDecoderLike;
declare const TextEncoder: new () => {
  encode(text: string): Uint8Array;
};
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
declare const AbortSignal: abstract new () => AbortSignal;
declare const AbortController: new () => { readonly signal: AbortSignal; abort(reason?: unknown): void };
declare const URL: {
  new (url: string): { readonly protocol: string; readonly origin: string; readonly href: string };
  canParse(url: string): boolean;
};
declare function fetch(url: string, init: object): Promise<never>;
declare function clearTimeout(handle: unknown): void;
declare const crypto: { getRandomValues<Values extends Uint8Array | Uint32Array>(values: Values): Values };
declare function setTimeout(callback: () => void, ms: number): unknown;
declare function atob(text: string): string;

import type { ModuleExport } from "@rune/schema";
import { compileModule } from "../../src/assemblyscript/index.ts";
import type { CompiledModule, CompileModuleOptions } from "../../src/engines/index.ts";

/** What a guest did, and what the host gives it. */
export interface RawHost {
  module: CompiledModule;
  memory: WebAssembly.Memory;
  /** Calls of imports that give nothing back, with their decoded arguments. */
  calls: unknown[][];
  mutations: unknown[];
  state: Map<string, string>;
  clipboard: string | undefined;
  call(name: string, ...args: unknown[]): unknown;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Compiles a module that must be right. */
export async function compileSource(
  source: string,
  options: CompileModuleOptions & { files?: Record<string, string> } = {},
): Promise<CompiledModule> {
  const { files = {}, ...rest } = options;
  const readFile = (path: string): string | undefined => files[path];
  const { module, diagnostics } = await compileModule({ file: "app/controller.as.ts", source, readFile }, rest);
  if (!module) throw new Error(JSON.stringify(diagnostics, null, 2));
  return module;
}

/** Runs a module on a host that knows the linear ABI and nothing else. */
export async function runSource(source: string, options?: Parameters<typeof compileSource>[1]): Promise<RawHost> {
  const module = await compileSource(source, options);
  let memory: WebAssembly.Memory;
  let returned = new Uint8Array();
  const text = (pointer: number, length: number): string =>
    decoder.decode(new Uint8Array(memory.buffer, pointer, length));
  const give = (value: string | undefined): number => {
    if (value === undefined) return -1;
    returned = encoder.encode(value);
    return returned.length;
  };
  const host: Omit<RawHost, "memory"> = {
    module,
    calls: [],
    mutations: [],
    state: new Map(),
    clipboard: undefined,
    call,
  };
  const record =
    (name: string) =>
    (pointer: number, length: number, ...rest: unknown[]) => {
      host.calls.push([name, text(pointer, length), ...rest]);
      return 1;
    };
  const rune: Record<string, (...args: never[]) => unknown> = {
    read_return_buffer: (target: number, size: number) => {
      const part = returned.subarray(0, size);
      new Uint8Array(memory.buffer, target, part.length).set(part);
      return part.length;
    },
    get_local_state: (p: number, n: number) => give(host.state.get(text(p, n))),
    set_local_state: (p: number, n: number, vp: number, vn: number) => void host.state.set(text(p, n), text(vp, vn)),
    delete_local_state: (p: number, n: number) => Number(host.state.delete(text(p, n))),
    clear_local_state: () => host.state.clear(),
    get_time_ms: () => 1_700_000_000_123n,
    get_random: () => 0.25,
    uuid_v4: () => give("00000000-0000-4000-8000-000000000000"),
    core_dispatch_mutation: (p: number, n: number) => void host.mutations.push(JSON.parse(text(p, n))),
    clipboard_read: () => give(host.clipboard),
    clipboard_write: (p: number, n: number) => {
      host.clipboard = text(p, n);
      return 1;
    },
    http_fetch: (p: number, n: number) => give(`200\n\n${text(p, n)}`),
    file_bytes: (p: number, n: number, size: number, time: number) => give(`\uFEFF${text(p, n)} ${size} ${time}`),
    send_to_server: (p: number, n: number) => void host.calls.push(["send_to_server", text(p, n)]),
    server_rpc: (p: number, n: number, ap: number, an: number) =>
      give(`[${JSON.stringify(text(p, n))},${text(ap, an)}]`),
    assets_fetch: (p: number, n: number) => give(text(p, n) === "assets/a.txt" ? "asset ✓" : undefined),
    abort: (p: number, n: number, fp: number, fn: number, line: number, column: number) => {
      throw new Error(`${text(p, n)} at ${text(fp, fn)}:${line}:${column}`);
    },
  };
  for (const name of ["log_debug", "log_info", "log_warn", "log_error", "set_timeout", "set_interval", "clear_timer"]) {
    rune[name] = record(name);
  }
  const { instance } = await WebAssembly.instantiate(module.bytes as BufferSource, { rune } as never);
  const exports = instance.exports as Record<string, (...args: unknown[]) => unknown>;
  memory = exports["memory"] as unknown as WebAssembly.Memory;
  exports["_initialize"]?.();

  function call(name: string, ...args: unknown[]): unknown {
    const declared = module.exports.find((each) => each.name === name) as ModuleExport;
    const blocks: [number, number][] = [];
    const raw = declared.parameters.flatMap(({ type }, i) => {
      if (type !== "string" && type !== "json") return [args[i]];
      const bytes = encoder.encode(type === "json" ? JSON.stringify(args[i]) : String(args[i]));
      const pointer = exports["rune_alloc"]?.(bytes.length) as number;
      new Uint8Array(memory.buffer, pointer, bytes.length).set(bytes);
      blocks.push([pointer, bytes.length]);
      return [pointer, bytes.length];
    });
    const result = exports[name]?.(...raw);
    for (const block of blocks) exports["rune_free"]?.(...block);
    if (declared.result !== "string" && declared.result !== "json") return result;
    const bits = BigInt.asUintN(64, result as bigint);
    const given = text(Number(bits & 0xffff_ffffn), Number(bits >> 32n));
    return declared.result === "json" ? JSON.parse(given) : given;
  }
  return Object.assign(host, { memory, call });
}

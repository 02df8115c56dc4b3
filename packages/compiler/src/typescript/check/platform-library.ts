/**
 * Types of what a module finds beside the ES library: the parts of the web platform that need no page, and `rune`. Data goes
 * out as ordinary values; what of a type can become JSON is decided where the call is compiled.
 */
export const platformLibrary: string = `
interface Console {
  assert(condition?: boolean, ...data: unknown[]): void;
  debug(...data: unknown[]): void;
  error(...data: unknown[]): void;
  info(...data: unknown[]): void;
  log(...data: unknown[]): void;
  trace(...data: unknown[]): void;
  warn(...data: unknown[]): void;
}
declare var console: Console;

declare function structuredClone<T>(value: T): T;
declare function queueMicrotask(callback: () => void): void;
declare function setTimeout<Args extends unknown[]>(callback: (...args: Args) => void, ms?: number, ...args: Args): number;
declare function setInterval<Args extends unknown[]>(callback: (...args: Args) => void, ms?: number, ...args: Args): number;
declare function clearTimeout(id: number | undefined): void;
declare function clearInterval(id: number | undefined): void;

interface TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
interface TextEncoderConstructor {
  new (): TextEncoder;
  readonly prototype: TextEncoder;
}
declare var TextEncoder: TextEncoderConstructor;
interface TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(bytes?: ArrayBufferLike | ArrayBufferView): string;
}
interface TextDecoderConstructor {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
  readonly prototype: TextDecoder;
}
declare var TextDecoder: TextDecoderConstructor;

declare namespace rune {
  function log_debug(text: string): void;
  function log_info(text: string): void;
  function log_warn(text: string): void;
  function log_error(text: string): void;

  function get_local_state(key: string): string | null;
  function set_local_state(key: string, value: string): void;
  function delete_local_state(key: string): boolean;
  function clear_local_state(): void;

  function get_time_ms(): number;
  function get_random(): number;
  function uuid_v4(): string;

  function set_timeout(id: string, ms: number): void;
  function set_interval(id: string, ms: number): void;
  function clear_timer(id: string): boolean;

  function clipboard_read(): string | null;
  function clipboard_write(text: string): boolean;

  function assets_fetch(path: string): Uint8Array<ArrayBuffer> | null;
  function assets_fetch_text(path: string): string | null;

  function update_data(node: string, updates: object): void;
  function update_view(node: string, props: object): void;
  function replace_text(node: string, text: string): void;
  function remove_node(node: string): void;
  function navigate(view: string, params?: object | null): void;
  function navigate_back(): void;
  function show_overlay(id: string): void;
  function hide_overlay(id: string): void;
  function focus(target: string): void;
  function scroll_to(target: string): void;
  function batch(change: () => void): void;
  function core_dispatch_mutation(json: string): void;
  function execute_mutation(json: string): void;
  function rune_execute_mutation(json: string): void;
}
`;

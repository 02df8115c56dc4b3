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

declare function atob(data: string): string;
declare function btoa(data: string): string;

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

interface Rune {
  log_debug(text: string): void;
  log_info(text: string): void;
  log_warn(text: string): void;
  log_error(text: string): void;

  get_local_state(key: string): string | null;
  set_local_state(key: string, value: string): void;
  delete_local_state(key: string): boolean;
  clear_local_state(): void;

  get_time_ms(): number;
  get_random(): number;
  uuid_v4(): string;

  set_timeout(id: string, ms: number): void;
  set_interval(id: string, ms: number): void;
  clear_timer(id: string): boolean;

  clipboard_read(): string | null;
  clipboard_write(text: string): boolean;

  assets_fetch(path: string): Uint8Array<ArrayBuffer> | null;
  assets_fetch_text(path: string): string | null;

  update_data(node: string, updates: object): void;
  update_view(node: string, props: object): void;
  replace_text(node: string, text: string): void;
  remove_node(node: string): void;
  navigate(view: string, params?: object | null): void;
  navigate_back(): void;
  show_overlay(id: string): void;
  hide_overlay(id: string): void;
  focus(target: string): void;
  scroll_to(target: string): void;
  batch(change: () => void): void;
  core_dispatch_mutation(json: string): void;
  execute_mutation(json: string): void;
  rune_execute_mutation(json: string): void;
}
declare var rune: Rune;
`;

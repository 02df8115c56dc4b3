// What a module finds beside the ES library and `rune`: the parts of the web platform that need no page. The compiler checks with these types,
// too.

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
declare function setTimeout<Args extends unknown[]>(
  callback: (...args: Args) => void,
  ms?: number,
  ...args: Args
): number;
declare function setTimeout(callback: (...args: any[]) => void, ms?: number): number;
declare function setInterval<Args extends unknown[]>(
  callback: (...args: Args) => void,
  ms?: number,
  ...args: Args
): number;
declare function setInterval(callback: (...args: any[]) => void, ms?: number): number;
declare function clearTimeout(id: number | null | undefined): void;
declare function clearInterval(id: number | null | undefined): void;
declare namespace NodeJS {
  type Timeout = number;
  type Timer = number;
}

interface DOMException extends Error {
  readonly code: number;
}
interface DOMExceptionConstructor {
  new (message?: string, name?: string): DOMException;
  readonly prototype: DOMException;
}
declare var DOMException: DOMExceptionConstructor;

interface AbortEvent {
  readonly type: string;
  readonly target: AbortSignal;
  readonly currentTarget: AbortSignal;
}
interface AbortListenerOptions {
  capture?: boolean;
  once?: boolean;
  passive?: boolean;
}
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: any;
  onabort: ((event: AbortEvent) => unknown) | null;
  throwIfAborted(): void;
  addEventListener(
    type: "abort",
    listener: ((event: AbortEvent) => unknown) | null,
    options?: boolean | AbortListenerOptions,
  ): void;
  removeEventListener(
    type: "abort",
    listener: ((event: AbortEvent) => unknown) | null,
    options?: boolean | AbortListenerOptions,
  ): void;
}
type AbortSignalConstructor = (abstract new () => AbortSignal) & {
  readonly prototype: AbortSignal;
  abort(reason?: any): AbortSignal;
  any(signals: Iterable<AbortSignal>): AbortSignal;
};
declare var AbortSignal: AbortSignalConstructor;
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: any): void;
}
interface AbortControllerConstructor {
  new (): AbortController;
  readonly prototype: AbortController;
}
declare var AbortController: AbortControllerConstructor;

declare function atob(data: string): string;
declare function btoa(data: string): string;

interface TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number };
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

/**
 * A value that crosses between host and guest, as JavaScript: text is a string, bytes a `Uint8Array`, `i64` a bigint,
 * absent is `undefined`.
 */
export type HostValue = string | number | bigint | boolean | Uint8Array | undefined;

/** What stands behind a host function. Only one that suspends may answer with a promise. */
export type HostImplementation = (...parameters: never[]) => HostValue | void | Promise<HostValue | void>;

/** Implementations by the host function's wire name. */
export type HostFunctions = Readonly<Record<string, HostImplementation | undefined>>;

/** What a value of an unknown type is, by the classes that this module knows. */
export function classOf(value: unknown): string {
  if (value instanceof Promise) return "promise";
  if (value instanceof Uint8Array) return `bytes ${value.join(" ")}`;
  if (value instanceof Float64Array) return `numbers ${value.join(" ")}`;
  if (value instanceof ArrayBuffer) return `buffer of ${value.byteLength}`;
  return typeof value;
}
export function isView(value: unknown): boolean {
  return ArrayBuffer.isView(value);
}
export function clear(value: unknown): unknown {
  if (value instanceof Uint8Array) value.fill(0);
  return value;
}
export async function settled(value: unknown): Promise<string> {
  if (!(value instanceof Promise)) return "no promise";
  try {
    return JSON.stringify(await value);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}
export function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
export function symbols(value: object): number {
  return Object.getOwnPropertySymbols(value).length;
}
export function sizeOf(value: unknown): number {
  if (typeof File !== "undefined" && value instanceof File) return value.size;
  return -1;
}

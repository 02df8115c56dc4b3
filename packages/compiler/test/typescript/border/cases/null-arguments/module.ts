// `null` for what the types say is there or left out: where the module asks for it, it stays what it is.
export function text(x?: string): string {
  if (x === undefined) return "undefined";
  return x === null ? "null" : x;
}
export function amount(x?: number): string {
  return x == null ? `none: ${x}` : `some: ${x}`;
}
export function exactAmount(x?: number): string {
  return x === undefined ? "undefined" : x === null ? "null" : String(x);
}
export function required(x: number): number {
  return x ?? 7;
}
export function list(x: number[]): string {
  return x === null ? "null" : x === undefined ? "undefined" : x.join();
}
export function flag(x: boolean): string {
  return typeof x === "undefined" ? "undefined" : String(x);
}
export function withDefault(x = "default"): string {
  return x === null ? "null" : x;
}
export function truth(x = "default"): string {
  return x ? x : "falsy";
}
export interface Options {
  size?: number;
  label?: string;
  title: string;
  count: number;
  done?: boolean;
  tags?: string[];
  mode?: "on" | "off";
  action?: () => number;
}
export function size(o: Options): string {
  return o.size === undefined ? "undefined" : o.size === null ? "null" : String(o.size);
}
export function label(o: Options): string {
  return o.label === undefined ? "undefined" : o.label === null ? "null" : o.label;
}
export function others(o: Options): unknown[] {
  const done = o.done ? "yes" : o.done === false ? "no" : "absent";
  const mode = o.mode === null ? "null" : String(o.mode);
  return [o.title ?? "none", o.count ?? 5, done, o.tags ? o.tags.length : -1, mode, o.action ? o.action() : 0];
}
export function limit(o?: { limit?: number }): number {
  return (o?.limit ?? 10) * 2;
}
export function same(o?: Options): Options | undefined {
  return o === undefined ? undefined : o;
}
export class Named {
  name: string;

  constructor(name: string) {
    if (name === null) throw new Error("no name");
    this.name = name;
  }

  more(x?: number): number {
    return x === undefined ? 0 : x + 1;
  }
}

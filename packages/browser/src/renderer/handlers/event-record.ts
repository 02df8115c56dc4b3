import { measureElement } from "./element-size.ts";

/** What `$event` is in a handler's arguments: plain frozen data, never the DOM event. */
export interface EventRecord {
  readonly type: string;
  readonly key?: string;
  readonly code?: string;
  readonly button?: number;
  readonly clientX?: number;
  readonly clientY?: number;
  readonly altKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly shiftKey?: boolean;
  readonly target: EventTargetRecord;
  readonly detail?: unknown;
}

/** What `$event.target` is. */
export interface EventTargetRecord {
  readonly value?: string;
  readonly checked?: boolean;
  readonly name?: string;
  readonly id?: string;
  readonly files?: readonly FileRecord[];
}

/** A file that the user chose; `file_bytes` gives its content. */
export interface FileRecord {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
}

const fields = ["key", "code", "button", "clientX", "clientY", "altKey", "ctrlKey", "metaKey", "shiftKey"] as const;
const targetFields = ["value", "checked", "name", "id"] as const;
const measured: ReadonlySet<string> = new Set(["scroll", "scrollend", "resize"]);
const MAX_DETAIL_DEPTH = 32;

/** Makes the record of a DOM event. `ownName` gives the name of a field as the app knows it. */
export function createEventRecord(event: Event, ownName: (name: string) => string): EventRecord {
  const record: Record<string, unknown> = { type: event.type };
  for (const field of fields) copyPrimitive(event, field, record);
  const target: Record<string, unknown> = {};
  if (event.target) {
    for (const field of targetFields) copyPrimitive(event.target, field, target);
    if (typeof target["name"] === "string") target["name"] = ownName(target["name"]);
    const { files } = event.target as HTMLInputElement;
    if (files) {
      target["files"] = Array.from(files, ({ name, size, type, lastModified }) => ({ name, size, type, lastModified }));
    }
  }
  record["target"] = target;
  const measures = measured.has(event.type) ? measureElement(event.target) : undefined;
  record["detail"] = measures ?? copyPlain((event as CustomEvent).detail, 0);
  return freeze(record) as EventRecord;
}

function copyPrimitive(source: object, field: string, target: Record<string, unknown>): void {
  const value: unknown = (source as Record<string, unknown>)[field];
  if (value !== null && typeof value !== "object" && typeof value !== "function" && value !== undefined) {
    target[field] = value;
  }
}

/** Copies plain data and leaves out what is not, such as DOM nodes. */
function copyPlain(value: unknown, depth: number): unknown {
  if (typeof value === "function" || typeof value === "symbol") return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (depth > MAX_DETAIL_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item) => copyPlain(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copyPlain(item, depth + 1)]));
}

function freeze(value: unknown): unknown {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

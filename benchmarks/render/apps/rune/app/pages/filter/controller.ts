import { createNames } from "../rows.ts";

const names = createNames();
export let matches = names;

/** Each visit begins with all names. */
export function start(): void {
  matches = names;
}

export function search(query: string): void {
  matches = names.filter((name) => name.includes(query));
}

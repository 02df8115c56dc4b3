import type { StateStorage } from "@rune/host";

/**
 * Makes a store for `rune.set_local_state` that lasts as long as it is held: two apps with the same one are two visits.
 *
 * @param entries What it holds at first
 */
export function createStore(entries: Readonly<Record<string, string>> = {}): StateStorage & {
  /** What it holds, as text. */
  entries(): Record<string, string>;
} {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const values = new Map(Object.entries(entries).map(([key, value]) => [key, encoder.encode(value)]));
  return {
    get: (key) => values.get(decoder.decode(key)),
    set: (key, value) => void values.set(decoder.decode(key), value.slice()),
    delete: (key) => values.delete(decoder.decode(key)),
    clear: () => values.clear(),
    entries: () => Object.fromEntries([...values].map(([key, value]) => [key, decoder.decode(value)])),
  };
}

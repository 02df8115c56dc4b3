import type { StateStorage } from "@rune/host";

/**
 * Keeps an app's state in the browser's storage, under the app's id. Keys and values are bytes; those that are UTF-8 text
 * are kept as such (`t…`), so that they can be read in the developer tools, others byte by byte (`b…`).
 *
 * The storage is looked up at each use: where the page may not have one, the look-up itself throws.
 */
export function createStateStorage(id: string, findStorage: () => Storage): StateStorage {
  const prefix = `rune:${id}:`;
  const toKey = (key: Uint8Array): string => prefix + encode(key);
  return {
    get(key) {
      const value = findStorage().getItem(toKey(key));
      return value === null ? undefined : decode(value);
    },
    set: (key, value) => findStorage().setItem(toKey(key), encode(value)),
    delete(key) {
      const storage = findStorage();
      const had = storage.getItem(toKey(key)) !== null;
      storage.removeItem(toKey(key));
      return had;
    },
    clear() {
      const storage = findStorage();
      for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
    },
  };
}

function encode(bytes: Uint8Array): string {
  try {
    return `t${new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)}`;
  } catch {
    let text = "b";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  }
}

function decode(text: string): Uint8Array {
  if (text[0] === "t") return new TextEncoder().encode(text.slice(1));
  return Uint8Array.from(text.slice(1), (character) => character.charCodeAt(0));
}

import type { Clipboard } from "@rune/host";

/** The browser's clipboard. A browser or user that says no is an absent text, or `false`. */
export function createClipboard(navigator: Navigator): Clipboard {
  return {
    async read() {
      try {
        return await navigator.clipboard.readText();
      } catch {
        return undefined;
      }
    },
    async write(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },
  };
}

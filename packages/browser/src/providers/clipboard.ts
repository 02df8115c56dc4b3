import type { Clipboard } from "@rune/host";
import type { Provided, ProviderContext } from "./provider.ts";

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

/** The clipboard's functions for one module. */
export function provide({ app }: ProviderContext): Provided {
  const { read, write } = app.providers.clipboard ?? createClipboard(app.window.navigator);
  return { functions: { clipboard_read: read, clipboard_write: write } };
}

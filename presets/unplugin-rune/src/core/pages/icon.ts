import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BundlerSetup } from "unplugin-rune-package/internal";

/** Where host pages look for their icon. A project's own `public/favicon.svg` takes its place. */
export const iconFile = "favicon.svg";

/** The icon of pages without one of their own: the rune Raido, ᚱ. */
export const iconSource = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#4f46e5"/><path d="M11 25V7l10 6-10 6 10 6" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>
`;

/** Whether the project has no icon of its own, so that pages get Rune's. */
export function needsIcon({ publicFolder }: BundlerSetup): boolean {
  return !publicFolder || !["favicon.svg", "favicon.ico"].some((file) => existsSync(join(publicFolder, file)));
}

import type { DevPageContent } from "@rune/browser/dev-host";
import { findRuntime } from "../runtime.ts";

/** The `id` of the element that a page has its content in. */
const CONTENT = "rune-dev";

/** The script of host pages on the dev server. It is served through Vite, so that it can tell and hear. */
export function generateDevEntry(base: string, projectRoot: string): string {
  return `import { startDevHost } from ${JSON.stringify(findRuntime("@rune/browser/dev-host"))};
import { ErrorOverlay } from ${JSON.stringify(`${base}@vite/client`)};

startDevHost({
  connection: import.meta.hot,
  ErrorOverlay,
  projectRoot: ${JSON.stringify(projectRoot)},
  content: JSON.parse(document.getElementById(${JSON.stringify(CONTENT)}).textContent),
});
`;
}

/** The element with what that script has to know of its page. */
export function generateDevContent(content: DevPageContent): string {
  // Nothing in it ends the element.
  const json = JSON.stringify(content).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="${CONTENT}">${json}</script>`;
}

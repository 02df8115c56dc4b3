import { collectEvents, renderFirstFrame, type FirstFrame } from "@rune/browser/first-frame";
import type { Manifest } from "@rune/schema";
import type { AppPage } from "unplugin-rune-package";

/** The first frame of a host page, with the addresses of what it needs. */
export interface HostFrame extends FirstFrame {
  /** Of the script that keeps what the user does until the app runs. */
  readonly script: string;
  /** Of its style sheets. */
  readonly sheets: readonly string[];
}

/** What frames are made of and put into. */
export interface FrameOutput {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Writes a file; gives its path in the output folder. */
  emit(name: string, source: string): string;
  /** Tells of a page that gets no frame. */
  inform(message: string): void;
}

/**
 * Makes the first frame of a static route's page; `undefined` where it has none. `prefix` is how the page addresses the output folder,
 * `source` how the package's.
 */
export async function createHostFrame(
  { manifest, files, emit, inform }: FrameOutput,
  page: AppPage,
  path: string,
  { prefix, source }: { prefix: string; source: string },
): Promise<HostFrame | undefined> {
  const route = manifest.routes.find(({ view }) => view === page.name);
  // Where the route is in the hash, the page cannot know which one it will show.
  if (!route || (manifest.routing === "hash" && manifest.routes.length > 1)) return undefined;
  const frame = await renderFirstFrame({ manifest, files, route, path, source, base: prefix });
  if (!frame) {
    inform(`rune: the page ${path} shows too much for a first frame, so it has none`);
    return undefined;
  }
  const own = frame.css === "" ? [] : [prefix + emit("first-frame.css", frame.css)];
  return {
    ...frame,
    script: prefix + emit("first-frame.js", generateFrameScript()),
    sheets: [...frame.styles.map((file) => source + file), ...own],
  };
}

/** The script as the page gets it. It is no module: it has to be there before the page is. */
export function generateFrameScript(): string {
  return `(${collectEvents.toString()})();\n`;
}

import { FAILURE_EVENT, TOLD_EVENT } from "./dev-failures.ts";
import { findRuntime } from "../runtime.ts";

/** The event by which pages tell the dev server what they were loaded with, and that they hear of other builds from now on. */
export const LOADED_EVENT = "rune:loaded";

/** What a page was loaded with. Pages may send anything. */
export interface LoadedPage {
  /** Root digest of the app. */
  readonly root?: unknown;
  /** Whether there is an error of the build over it. */
  readonly failed?: unknown;
}

/** The event by which the dev server tells pages that there is another build, with the files that have changed, base64 by path. */
export const SWAP_EVENT = "rune:swap";

/**
 * The script of host pages on the dev server: mounts the app, as that of a build does, and shows failures in Vite's overlay, those of the build and those at run time. The latter
 * it tells the server, too, which prints them.
 */
export function generateDevEntry(base: string, root: string): string {
  return `import { mountHostPage } from ${JSON.stringify(findRuntime("@rune/browser/host-page"))};
import { createAppSwapper } from ${JSON.stringify(findRuntime("@rune/browser/hot"))};
import { ErrorOverlay } from ${JSON.stringify(`${base}@vite/client`)};

const projectRoot = ${JSON.stringify(root.replaceAll("\\", "/"))};

function clear() {
  document.querySelectorAll("vite-error-overlay").forEach((overlay) => overlay.remove());
}

function show(error) {
  clear();
  document.body.append(new ErrorOverlay(error));
}

const shown = new Set();

/** Places in views that call what has failed, as a line. */
function describeCalls(name, view) {
  const calls = JSON.parse(document.getElementById("rune-calls")?.textContent ?? "[]");
  const places = calls.filter((call) => call.view === view && call.name === name).map(({ place }) => place);
  return places.length > 0 ? "\\ncalled in " + places.join(", ") : "";
}

function showFailure({ code, message, data = {} }, { module, location, view } = {}) {
  const { frame } = data;
  const place = location ?? data.location;
  const file = place && projectRoot + "/" + place.file;
  const loc = place && { file, line: place.line, column: place.column };
  const text = (code ? message + " [" + code + "]" : message) + describeCalls(data.export, view);
  // Who has closed the overlay knows of it, and goes on with the page.
  const key = JSON.stringify([text, loc]);
  if (shown.has(key)) return;
  shown.add(key);
  show({ message: text, stack: "", plugin: "rune", id: file ?? module, loc, frame });
  import.meta.hot?.send(${JSON.stringify(FAILURE_EVENT)}, { message: text, file, line: loc?.line, column: loc?.column, frame });
}

const failure = document.getElementById("rune-failure");
if (failure) show(JSON.parse(failure.textContent));
const swapper = createAppSwapper();
/** Swaps follow each other. */
let swapping = Promise.resolve();

async function swap(files) {
  shown.clear();
  // What fails while the edit is shown stays.
  const overlays = document.querySelectorAll("vite-error-overlay");
  const source = document.querySelector("[data-rune-src]")?.dataset.runeSrc;
  try {
    const { reason, dropped } = await swapper.swap(new URL(source, location.href), files);
    const told = dropped.map(({ owner, name, reason }) => "\`" + name + "\` of \`" + owner + "\` begins anew, because " + reason);
    if (reason !== undefined) told.push("the page is loaded again, because " + reason);
    if (told.length > 0) {
      console.info(told.map((text) => "rune: " + text).join("\\n"));
      import.meta.hot.send(${JSON.stringify(TOLD_EVENT)}, told);
    }
    if (reason !== undefined) location.reload();
    else overlays.forEach((overlay) => overlay.remove());
  } catch (error) {
    // The app of before goes on.
    console.error(error);
    showFailure(error);
  }
}

import.meta.hot?.on(${JSON.stringify(SWAP_EVENT)}, (files) => {
  swapping = swapping.then(() => swap(files));
});

const root = document.querySelector("meta[name=rune-build]")?.content;
import.meta.hot?.send(${JSON.stringify(LOADED_EVENT)}, { root, failed: failure !== null });

mountHostPage({
  hot: swapper,
  onError(report) {
    console.error(report.message, report.error ?? "");
    showFailure(report.error, report);
  },
}).catch((error) => {
  console.error(error);
  showFailure(error);
});
`;
}

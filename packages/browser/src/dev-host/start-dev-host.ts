import { mountHostPage } from "../host-page/index.ts";
import { createAppSwapper, type SwapResult } from "../hot/index.ts";
import type { ErrorReport } from "../report.ts";
import { toOverlayError } from "./to-overlay-error.ts";
import { createFailureOverlay, type ErrorOverlay } from "./failure-overlay.ts";
import type { DevPageContent, MessagesToPage, MessagesToServer } from "./messages.ts";

/** The page's side of the way to the server: `import.meta.hot`, as far as it is needed. */
export interface DevConnection {
  on<Event extends keyof MessagesToPage>(event: Event, listener: (data: MessagesToPage[Event]) => void): void;
  send<Event extends keyof MessagesToServer>(event: Event, data: MessagesToServer[Event]): void;
}

/** What a page knows from the server. */
export interface DevHostOptions {
  readonly connection: DevConnection;
  readonly ErrorOverlay: ErrorOverlay;
  /** Absolute path of the project. */
  readonly projectRoot: string;
  readonly content: DevPageContent;
}

/**
 * Runs a host page on a development server: mounts the app, as that of a build does, takes in other builds of it, and shows failures in Vite's overlay, those of
 * the build and those at run time. The latter it tells the server, too, which prints them.
 */
export function startDevHost({ connection, ErrorOverlay, projectRoot, content }: DevHostOptions): void {
  const { failure, calls } = content;
  const overlay = createFailureOverlay(ErrorOverlay);
  const swapper = createAppSwapper();
  const shown = new Set<string>();
  /** Swaps follow each other. */
  let swapping = Promise.resolve();

  function showFailure(error: unknown, report?: ErrorReport): void {
    const described = toOverlayError(error, { projectRoot, calls }, report);
    const { message, loc, frame } = described;
    // Who has closed the overlay knows of it, and goes on with the page.
    const key = JSON.stringify([message, loc]);
    if (shown.has(key)) return;
    shown.add(key);
    overlay.show(described);
    connection.send("rune:failure", { message, file: loc?.file, line: loc?.line, column: loc?.column, frame });
  }

  async function swap(files: MessagesToPage["rune:swap"]): Promise<void> {
    shown.clear();
    // What fails while the edit is shown stays.
    const clear = overlay.keep();
    try {
      const result = await swapper.swap(findSource(), files);
      const told = describeSwap(result);
      if (told.length > 0) {
        console.info(told.map((text) => `rune: ${text}`).join("\n"));
        connection.send("rune:told", told);
      }
      if (result.reason !== undefined) location.reload();
      else clear();
    } catch (error) {
      // The app of before goes on.
      console.error(error);
      showFailure(error);
    }
  }

  if (failure) overlay.show(failure);
  connection.on("rune:swap", (files) => {
    swapping = swapping.then(() => swap(files));
  });
  connection.send("rune:loaded", { root: content.root, failed: failure !== undefined });
  mountHostPage({
    hot: swapper,
    onError(report) {
      console.error(report.message, report.error);
      showFailure(report.error, report);
    },
  }).catch((error: unknown) => {
    console.error(error);
    showFailure(error);
  });
}

/** Address of the app's folder. */
function findSource(): URL {
  const element = document.querySelector<HTMLElement>("[data-rune-src]");
  return new URL(element?.dataset["runeSrc"] ?? "", location.href);
}

/** What of another build has not been taken in, a sentence each. */
function describeSwap({ reason, dropped }: SwapResult): string[] {
  const told = dropped.map(({ owner, name, reason: why }) => `\`${name}\` of \`${owner}\` begins anew, because ${why}`);
  if (reason !== undefined) told.push(`the page is loaded again, because ${reason}`);
  return told;
}

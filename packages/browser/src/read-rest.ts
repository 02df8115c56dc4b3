import type { OpenedPackage } from "@rune/archive";
import { isRuneError } from "@rune/schema";
import { describeFailure } from "./describe-failure.ts";
import type { ResolvedMountOptions } from "./options.ts";

/** Where the pages that a build writes say whether their app has started. */
const STATE_ATTRIBUTE = "data-rune-state";

/**
 * Reads what an app that shows has not needed yet: so it is there when it is, and of the same build. Where a file is not what the manifest
 * says, the app is taken out of the page and the element shows why. What only the network kept back is asked for again when it is needed.
 */
export async function readRest(
  pkg: OpenedPackage,
  element: Element,
  life: AbortController,
  { onError }: Pick<ResolvedMountOptions, "onError">,
): Promise<void> {
  try {
    await pkg.readAll();
  } catch (error) {
    if (!isRuneError(error) || error.code === "package_read_failed") return;
    const content = await describeFailure(element.ownerDocument, error);
    if (life.signal.aborted) return;
    life.abort();
    element.replaceChildren(content);
    if (element.hasAttribute(STATE_ATTRIBUTE)) element.setAttribute(STATE_ATTRIBUTE, "failed");
    const { createReporter } = await import("./verifier.ts");
    createReporter(onError)(error);
  }
}

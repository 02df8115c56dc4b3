import { createRequire } from "node:module";
import type { FirstFrame, FirstFrameOptions } from "@rune/browser/first-frame";
import type { SealedPackage } from "unplugin-rune-package/internal";
import { fingerprintPackage, type CachedCompiler } from "unplugin-rune-wasm/internal";
import { findRuntime } from "../runtime.ts";

/** A page that is to have a first frame. */
export type FrameRequest = Pick<FirstFrameOptions, "route" | "path" | "source" | "base">;

/** The first frames of an app's pages. */
export interface FirstFrames {
  /** One for each request; `undefined` for a page that shows too much. */
  readonly frames: readonly (FirstFrame | undefined)[];
  /** The script that keeps what the user does until the app runs. It is no module: it has to be there before the page is. */
  readonly script: string;
  /** The attribute that marks what belongs to a frame. */
  readonly mark: string;
}

/** Makes first frames. */
export type MakeFrames = (sealed: SealedPackage, requests: readonly FrameRequest[]) => Promise<FirstFrames>;

/** Makes the first frames of an app's pages. */
export const makeFrames: MakeFrames = async ({ manifest, files }, requests) => {
  // The whole of the host comes with it.
  const { collectEvents, FRAME_ATTRIBUTE, renderFirstFrame } = await import("@rune/browser/first-frame");
  const frames = [];
  for (const request of requests) frames.push(await renderFirstFrame({ manifest, files, ...request }));
  return { frames, script: `(${collectEvents.toString()})();\n`, mark: FRAME_ATTRIBUTE };
};

/** Keeps first frames: an app that is built again need not be run again. */
export function createFrameCache({ recall }: Pick<CachedCompiler, "recall">): MakeFrames {
  return (sealed, requests) =>
    recall(
      ["frames", ...fingerprintRuntime(), sealed.root, requests],
      () => undefined,
      () => makeFrames(sealed, requests),
    );
}

function fingerprintRuntime(): string[] {
  const browser = findRuntime("@rune/browser/first-frame");
  return [browser, createRequire(browser).resolve("@rune/host")].map(fingerprintPackage);
}

import type { Manifest, MarkupPolicy, View } from "@rune/schema";
import type { BegunController } from "./begin-controllers.ts";
import type { Evaluator, FramePlace } from "./evaluator.ts";
import type { FrameStyles } from "./frame-styles.ts";

/** What all parts of a frame are made from. */
export interface FrameSource {
  readonly manifest: Manifest;
  readonly policy: MarkupPolicy;
  /** A view of the package. */
  view(name: string): View;
  /** What the controller of a component begins with which is given values by name; `undefined` where there is none, or nothing is known of it. */
  begin(view: string, given: ReadonlyMap<string, unknown>): BegunController | undefined;
  /** Address of a file of the package, which may carry a query or fragment; `undefined` where there is none. */
  asset(reference: string): string | undefined;
  /** Address of a route path; `undefined` for what is none. */
  href(path: string): string | undefined;
  /** Whether the frame is of the page at a path. */
  isCurrent(path: string): boolean;
  readonly styles: FrameStyles;
  /** How many characters there is room for. */
  room: number;
  /** How many rows were written; what the app would not make at once is no first frame. */
  rows: number;
}

/** One page or layout of a frame. */
export interface FramePart {
  readonly source: FrameSource;
  readonly evaluator: Evaluator;
  /** What shows in the outlet. */
  readonly inner: string;
}

/** Where nodes of a view are written. */
export interface FrameScope extends FramePlace {
  readonly part: FramePart;
  readonly view: View;
  /** In a list to choose from: the values of what is chosen, as they are written. */
  readonly chosen?: ReadonlySet<string>;
}

/** Longest frame, in characters: more than a screen can show, and not so much that it delays what it is to be sooner than. */
export const MAX_LENGTH = 250_000;

/** A page has more to show than a first frame may. */
export class FrameTooLong extends Error {}

/** Notes that something was written. */
export function take(source: FrameSource, html: string): string {
  source.room -= html.length;
  if (source.room < 0) throw new FrameTooLong();
  return html;
}

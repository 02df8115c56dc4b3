import { compileView, listModelPlaces, scanComponents } from "../html/index.ts";
import { findComputedOnce } from "./find-computed-once.ts";
import { memoize } from "./memoize.ts";

/** What is found out of single files: in an app that is built again and again, only those are looked at that have changed. */

export const compileKnownView: typeof compileView = memoize(compileView, (input, options) =>
  // Where assets lie is the same for all.
  JSON.stringify([input, { ...options, locateAsset: undefined }]),
);

export const scanKnownComponents: typeof scanComponents = memoize(scanComponents, (input) => JSON.stringify(input));

export const listKnownModelPlaces: typeof listModelPlaces = memoize(listModelPlaces, (html) => html);

export const findKnownComputedOnce: typeof findComputedOnce = memoize(
  findComputedOnce,
  ({ file, text }, names, assigned) => JSON.stringify([file, text, [...names], [...assigned]]),
);

import type { Border } from "./border.ts";

/** Reads references that leave as a type: as what they turn out to be. */
export function createReader(border: Border, index: number): (reference: object) => unknown {
  const { views = [], test, host } = border.type(index);
  const unbox = border.call(border.description.any.unbox ?? "");
  if (test !== undefined) {
    const classify = border.call(test) as (reference: object) => number;
    return (reference) => {
      const view = classify(reference);
      if (view === -1) return reference;
      return view === -2 ? unbox(reference) : border.codec(views[view]!).see(reference);
    };
  }
  const [only] = views;
  if (only !== undefined) return (reference) => border.codec(only).see(reference);
  return host ? (reference) => reference : (reference) => unbox(reference);
}

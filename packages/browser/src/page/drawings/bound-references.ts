/** What is painted anew wherever an attribute, a style or a style sheet refers to it. */
export const HOLDERS = ":is(mask,clipPath,marker,pattern)[id]";

/** Elements that may be painted, each counted as often as it is. */
const MOST_PAINTED = 10_000_000;

/**
 * What is painted anew for each reference may hold what refers to others in turn. Where all of that could multiply to too much, whatever refers to what,
 * nothing in it has masks, clip paths and markers, by declarations that no others override. Returns whether that is enough.
 */
export function boundReferences(app: Element): boolean {
  const count = (each: Element): number => each.querySelectorAll("*").length || 1;
  const counts = (selector: string): number[] => [...app.querySelectorAll(selector)].map(count);
  const isBounded = (...factors: number[]): boolean =>
    factors.reduce((product, each) => product * each, count(app)) <= MOST_PAINTED;
  if (isBounded(...counts(HOLDERS))) return true;
  for (const { style } of app.querySelectorAll<SVGElement>(`${HOLDERS} *`)) {
    for (const name of ["mask", "clip-path", "marker"]) style.setProperty?.(name, "none", "important");
  }
  // What fills what is painted so are patterns.
  return isBounded(...counts("pattern[id]"), Math.max(...counts(HOLDERS)));
}

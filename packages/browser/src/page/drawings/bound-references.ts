/** What is painted anew wherever an attribute, a style or a style sheet refers to it. */
export const HOLDERS = ":is(mask,clipPath,marker,pattern)[id]";

/** Images in filters that may be elements of the page. */
export const IMAGES = 'feImage[*|href*="#"]';

/** Elements that may be painted, each counted as often as it is. */
const MOST_PAINTED = 10_000_000;
/** Images of elements that filters may come to. Each may be as large as the page. */
const MOST_IMAGES = 1000;

/**
 * What is painted anew for each reference may hold what refers to others in turn. Where all of that could multiply to too much, whatever refers to what,
 * nothing in it has masks, clip paths and markers, by declarations that no others override. Returns whether that is enough. For images in filters, which may
 * show what has other filters, nothing is.
 */
export function boundReferences(app: Element): boolean {
  const counts = (selector: string, inner = "*"): number[] =>
    [...app.querySelectorAll(selector)].map((each) => each.querySelectorAll(inner).length || 1);
  const multiply = (factors: readonly number[]): number => factors.reduce((product, each) => product * each, 1);
  const elements = app.querySelectorAll("*").length;
  const isBounded = (...factors: number[]): boolean => multiply(factors) * elements <= MOST_PAINTED;
  if (multiply(counts("filter", IMAGES)) > MOST_IMAGES) return false;
  if (isBounded(...counts(HOLDERS))) return true;
  for (const { style } of app.querySelectorAll<SVGElement>(`${HOLDERS} *`)) {
    for (const name of ["mask", "clip-path", "marker"]) style.setProperty?.(name, "none", "important");
  }
  // What fills what is painted so are patterns.
  return isBounded(...counts("pattern[id]"), Math.max(...counts(HOLDERS)));
}

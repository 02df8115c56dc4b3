/** Finds the URLs of a `srcset`, after the parsing rules of the HTML standard: white space ends a URL, commas a candidate. */
export function splitSrcset(value: string): { start: number; end: number }[] {
  const urls: { start: number; end: number }[] = [];
  let at = 0;
  while (at < value.length) {
    while (at < value.length && /[\s,]/.test(value[at] ?? "")) at++;
    const start = at;
    while (at < value.length && !/\s/.test(value[at] ?? "")) at++;
    let end = at;
    while (end > start && value[end - 1] === ",") end--;
    if (end > start) urls.push({ start, end });
    if (end === at) at = skipDescriptors(value, at);
  }
  return urls;
}

function skipDescriptors(value: string, from: number): number {
  let inside = 0;
  for (let at = from; at < value.length; at++) {
    if (value[at] === "(") inside++;
    else if (value[at] === ")") inside = Math.max(0, inside - 1);
    else if (value[at] === "," && inside === 0) return at + 1;
  }
  return value.length;
}

import type { Replacement } from "./string.ts";

/** `text.replace(search, replacement)`. */
export function replaceText(text: string, search: string, replacement: Replacement): string {
  const at = $js_string_indexOf(text, search, 0);
  if (at < 0) return text;
  const end = at + search.length;
  return `${$substring(text, 0, at)}${replacementAt(text, search, at, replacement)}${$substring(text, end, text.length)}`;
}

/** `text.replaceAll(search, replacement)`. */
export function replaceAllText(text: string, search: string, replacement: Replacement): string {
  const length = search.length;
  let result = "";
  let done = 0;
  let at = $js_string_indexOf(text, search, 0);
  while (at >= 0) {
    result = `${result}${$substring(text, done, at)}${replacementAt(text, search, at, replacement)}`;
    done = at + length;
    const next = length === 0 ? at + 1 : done;
    at = next > text.length ? -1 : $js_string_indexOf(text, search, next);
  }
  return done === 0 && result === "" ? text : $concat(result, $substring(text, done, text.length));
}

function replacementAt(text: string, search: string, at: $int, replacement: Replacement): string {
  if ($isFunction(replacement)) {
    return `${(replacement as (match: string, ...details: unknown[]) => string)(search, at, text)}`;
  } else return expand(`${replacement as string}`, text, search, at);
}

/** Replaces `$$`, `$&`, `` $` `` and `$'` in a replacement. */
function expand(replacement: string, text: string, search: string, at: $int): string {
  let dollar = $js_string_indexOf(replacement, "$", 0);
  if (dollar < 0) return replacement;
  const last = replacement.length - 1;
  let result = "";
  let done = 0;
  while (dollar >= 0 && dollar < last) {
    const code = $charCodeAt(replacement, dollar + 1);
    if (code === 36 || code === 38 || code === 39 || code === 96) {
      result = $concat(result, $substring(replacement, done, dollar));
      if (code === 36) result = $concat(result, "$");
      else if (code === 38) result = $concat(result, search);
      else if (code === 96) result = $concat(result, $substring(text, 0, at));
      else result = $concat(result, $substring(text, at + search.length, text.length));
      done = dollar + 2;
      dollar = done > last ? -1 : $js_string_indexOf(replacement, "$", done);
    } else dollar = $js_string_indexOf(replacement, "$", dollar + 1);
  }
  return $concat(result, $substring(replacement, done, last + 1));
}

/** `text.split(separator, most)`; at least one part is wanted. */
export function splitText(text: string, separator: string, most: number): string[] {
  const parts: string[] = [];
  const length = text.length;
  const gap = separator.length;
  if (gap === 0) {
    const count = most < length ? most : length;
    for (let i = 0; i < count; i++) $arrayPush(parts, $fromCharCode($charCodeAt(text, i)));
    return parts;
  }
  let from = 0;
  let at = $js_string_indexOf(text, separator, 0);
  while (at >= 0) {
    $arrayPush(parts, $substring(text, from, at));
    if (parts.length >= most) return parts;
    from = at + gap;
    at = $js_string_indexOf(text, separator, from);
  }
  $arrayPush(parts, $substring(text, from, length));
  return parts;
}

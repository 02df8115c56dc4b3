/** Arrays that are being joined and contain the one whose turn it is. */
const joining: $host[] = [];

/** `items.join(separator)`. */
export function joinTexts(items: readonly unknown[], separator: string): string {
  let text = "";
  const count = items.length;
  for (let i = 0; i < count; i++) {
    if (i > 0) text = $concat(text, separator);
    if (i < items.length) text = $concat(text, elementText($arrayGet(items, i), items));
  }
  return text;
}

/** The elements as `toLocaleString` writes them. */
export function toLocaleTexts(items: readonly unknown[]): string[] {
  const texts: string[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = $arrayGet(items, i);
    if ($isUndefined(item)) $arrayPush(texts, "");
    else if ($isNull(item)) $arrayPush(texts, "");
    else $arrayPush(texts, `${(item as { toLocaleString(): string }).toLocaleString()}`);
  }
  return texts;
}

function elementText(item: unknown, items: readonly unknown[]): string {
  if ($isString(item)) return $asString(item);
  else if ($isUndefined(item)) return "";
  else if ($isNull(item)) return "";
  else if ($isArray(item)) return nestedText($asArray(item), items);
  else return `${item as string}`;
}

/** Arrays that contain themselves end there. */
function nestedText(item: unknown[], items: readonly unknown[]): string {
  const self = $toHost(item);
  const outer = $toHost(items);
  if ($js_host_equals(self, outer)) return "";
  for (let i = 0; i < joining.length; i++) if ($js_host_equals($arrayGet(joining, i), self)) return "";
  $arrayPush(joining, outer);
  try {
    return joinTexts(item, ",");
  } finally {
    $arraySetLength(joining, joining.length - 1);
  }
}

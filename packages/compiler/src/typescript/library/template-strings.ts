/** From the texts of tagged templates to what they were written as. */
let rawTextsOf: $host | undefined;
/** Some list of texts as they were written; it tells what the others are. */
let latest: string[] = [];

/** What a tag of a template gets first: the texts, which know as `raw` how they were written. */
export function templateStrings(texts: string[], raw: string[]): string[] {
  if ($isUndefined(rawTextsOf)) rawTextsOf = $js_weak_new();
  latest = raw;
  $js_weak_set(rawTextsOf!, $toHost(texts), $toHost(raw));
  return texts;
}

/** The texts of a template as they were written; `undefined` of any other array. */
export function rawTexts(texts: readonly unknown[]): string[] | undefined {
  if ($isUndefined(rawTextsOf)) return undefined;
  const raw = $js_weak_get(rawTextsOf!, $toHost(texts));
  return $isUndefined(raw) ? undefined : $fromHost(raw!, latest);
}

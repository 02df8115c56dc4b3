/** Locales as one text: their tags, separated by commas; empty for the host's own. */
export function localesText(locales: unknown): string {
  if ($isUndefined(locales)) return "";
  else if ($isArray(locales)) return $asArray(locales).join();
  else return `${locales as string}`;
}

/** Options of a formatter as one text: a line `name=value` each; empty for none. */
export function optionsText(options: unknown): string {
  let text = "";
  if ($isObject(options)) {
    const count = $propertyCount(options);
    for (let i = 0; i < count; i++) {
      const value = $propertyValue(options, i);
      if (value !== undefined) text = `${text}${$propertyName(options, i)}=${value as string}\n`;
    }
  }
  return text;
}

/** What a map has for a key; made when first asked for. */
export function getOrMake<Key, Value extends object>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (!value) map.set(key, (value = make()));
  return value;
}

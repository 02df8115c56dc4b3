/** The values of the entries that were at these places, in this order. */
export function arranged<T>(values: T[], places: $typed): T[] {
  const count = $typedLength("i32", places);
  const result: T[] = $arrayNew(count);
  for (let i = 0; i < count; i++) $arrayPush(result, $arrayGet(values, $typedGet("i32", places, i)));
  return result;
}

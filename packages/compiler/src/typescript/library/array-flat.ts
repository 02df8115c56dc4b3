import { appendArray } from "./iteration.ts";

/** `items.flat(depth)`. */
export function flatten(items: readonly unknown[], depth: $int): unknown[] {
  const result: unknown[] = [];
  if (depth > 0) flattenInto(result, items, depth);
  else appendArray(result, items);
  return result;
}

function flattenInto(result: unknown[], items: readonly unknown[], depth: $int): void {
  for (let i = 0; i < items.length; i++) {
    const item = $arrayGet(items, i);
    if ($isArray(item)) {
      if (depth > 1) flattenInto(result, $asArray(item), depth - 1);
      else appendArray(result, $asArray(item));
    } else $arrayPush(result, item);
  }
}

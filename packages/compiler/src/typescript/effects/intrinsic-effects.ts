/** Which of its arguments an intrinsic changes. */
export const changedArguments: Readonly<Record<string, number>> = {
  $arraySet: 0,
  $arrayPush: 0,
  $arraySetLength: 0,
  $arrayCopy: 0,
  $arrayFill: 0,
  $setProperty: 0,
  $deleteProperty: 0,
  $copyProperties: 0,
  $typedSet: 1,
  $typedCopy: 1,
  $typedFill: 1,
  $stringIntoUnits: 1,
};

/** Intrinsics whose value is made by them, or is no object. */
const makers: ReadonlySet<string> = new Set(["$arrayNew", "$typedNew"]);
/** Intrinsics that give what they are given. */
const passers = /^\$(?:as[A-Z]|exceptInstance)/;
/** Intrinsics that give something which was there before. */
const readers: ReadonlySet<string> = new Set(["$arrayGet", "$propertyValue", "$getProperty", "$fromHost"]);

/** What the value of an intrinsic is: new, its first argument, or something that was there before. */
export function valueOfIntrinsic(name: string): "new" | "first" | "known" {
  if (passers.test(name)) return "first";
  return readers.has(name) && !makers.has(name) ? "known" : "new";
}

/** What the host is only asked for. */
const questions: ReadonlySet<string> = new Set([
  "$host_get_time_ms",
  "$host_get_random",
  "$host_uuid_v4",
  "$host_get_local_state",
  "$host_assets_fetch",
]);

/** Whether an intrinsic does something outside of the values that it is given. */
export function hasEffect(name: string): boolean {
  if (name.startsWith("$host_")) return !questions.has(name);
  return name === "$queueMicrotask" || /^\$js_(?:microtask|promise)_/.test(name);
}

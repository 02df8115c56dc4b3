// How `console` shows values: as Node does, in one line where that is short enough, else with a line for each entry.

/** Objects deeper than this are only named. */
const DEEPEST = 2;
/** How many elements of an array are shown. */
const SHOWN = 100;
/** How long a line may become, with what stands around its entries. */
const LINE = 80;
/** An object that holds objects as deep as this is not written in one line. */
const COMPACT = 3;

interface Inspected {
  ["@@inspect"](depth: $int): string;
}

/** Objects that are being shown, outermost first. */
const open: $host[] = [];
/** Those of them that have been met inside themselves. */
const circles: $host[] = [];
let indentation: $int = 0;
/** How deep the object lies that was shown last. */
let lastDepth: $int = 0;

/** A value as an argument of `console.log`: texts stand as they are. */
export function inspectArgument(value: unknown): string {
  if ($isString(value)) return $asString(value);
  else return inspect(value, 0);
}

/** A value inside an object that lies as deep as this. */
export function inspect(value: unknown, depth: $int): string {
  if ($isString(value)) return quoted($asString(value));
  else if ($isNumber(value)) return numberText($asNumber(value));
  else if ($isBoolean(value)) return $asBoolean(value) ? "true" : "false";
  else if ($isUndefined(value)) return "undefined";
  else if ($isNull(value)) return "null";
  else if ($isBigint(value)) return $concat($js_bigint_toString($asBigint(value)), "n");
  else if ($isSymbol(value)) return $js_symbol_toString(value);
  else if ($isFunction(value)) return functionText($functionName(value));
  else if ($isHost(value)) return "[object]";
  else if ($isArray(value)) return ($asArray(value) as unknown as Inspected)["@@inspect"](depth);
  else return ($asObject(value) as Inspected)["@@inspect"](depth);
}

/** @analyzedOnce */
function numberText(x: number): string {
  return x === 0 && 1 / x < 0 ? "-0" : $js_number_toString(x);
}

/** @analyzedOnce */
function functionText(name: string): string {
  return name === "" ? "[Function (anonymous)]" : `[Function: ${name}]`;
}

/**
 * Starts an object; gives what stands for it where it is not shown.
 *
 * @analyzedOnce
 */
export function startInspection(object: $host, name: string, depth: $int): string | undefined {
  if (indexIn(open, object) >= 0) {
    if (indexIn(circles, object) < 0) $arrayPush(circles, object);
    return `[Circular *${indexIn(circles, object) + 1}]`;
  }
  if (depth > DEEPEST) return `[${name}]`;
  lastDepth = depth;
  $arrayPush(open, object);
  indentation += 2;
  return undefined;
}

function indexIn(objects: readonly $host[], object: $host): $int {
  for (let i = 0; i < objects.length; i++) if ($sameObject($arrayGet(objects, i), object)) return i;
  return -1;
}

/**
 * Ends an object with these entries.
 *
 * @analyzedOnce
 */
export function endInspection(entries: string[], name: string, start: string, end: string, depth: $int): string {
  const last = open.length - 1;
  const circle = indexIn(circles, $arrayGet(open, last));
  const prefix = circle < 0 ? name : `<ref *${circle + 1}> ${name}`;
  $arraySetLength(open, last);
  if (last === 0) $arraySetLength(circles, 0);
  indentation -= 2;
  const count = entries.length;
  if (count === 0) return `${prefix}${start}${end}`;
  let length = 2 * count + indentation + prefix.length + start.length + 10;
  let oneLine = lastDepth - depth < COMPACT;
  for (let i = 0; i < count; i++) {
    const entry = $arrayGet(entries, i);
    length += entry.length;
    if ($js_string_indexOf(entry, "\n", 0) >= 0) oneLine = false;
  }
  if (oneLine && length <= LINE) return `${prefix}${start} ${entries.join(", ")} ${end}`;
  const line = `\n${$js_string_repeat(" ", indentation)}`;
  return `${prefix}${start}${line}  ${entries.join(`,${line}  `)}${line}${end}`;
}

/** Shows a property. */
export function inspectProperty(value: unknown, name: string, _label: string, entries: string[], depth: $int): void {
  $arrayPush(entries, `${keyText(name)}: ${inspect(value, depth)}`);
}

/** @analyzedOnce */
export function keyText(name: string): string {
  return isIdentifier(name) ? name : quoted(name);
}

/** Shows the elements of an array. */
export function inspectElements(items: readonly unknown[], entries: string[], depth: $int): void {
  const count = items.length;
  for (let i = 0; i < count && i < SHOWN; i++) $arrayPush(entries, inspect($arrayGet(items, i), depth));
  const more = count - SHOWN;
  if (more > 0) $arrayPush(entries, `... ${more} more item${more > 1 ? "s" : ""}`);
}

/** @analyzedOnce */
function isIdentifier(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const unit = $charCodeAt(name, i);
    const letter = unit | 32;
    const isDigit = unit >= 48 && unit <= 57;
    if ((letter < 97 || letter > 122) && unit !== 95 && !(isDigit && i > 0)) return false;
  }
  return name.length > 0;
}

/**
 * A text in quotes: the first kind of them that it does not contain.
 *
 * @analyzedOnce
 */
function quoted(text: string): string {
  const quote = hasNot(text, "'") ? 39 : hasNot(text, '"') ? 34 : hasNot(text, "`") ? 96 : 39;
  const mark = $fromCharCode(quote);
  let result = mark;
  for (let i = 0; i < text.length; i++) {
    const unit = $charCodeAt(text, i);
    result = $concat(result, unit === quote || unit === 92 || unit < 32 ? escape(unit) : $fromCharCode(unit));
  }
  return $concat(result, mark);
}

function hasNot(text: string, mark: string): boolean {
  return $js_string_indexOf(text, mark, 0) < 0;
}

function escape(unit: $int): string {
  if (unit === 10) return "\\n";
  if (unit === 9) return "\\t";
  if (unit === 13) return "\\r";
  if (unit === 8) return "\\b";
  if (unit === 12) return "\\f";
  if (unit === 11) return "\\v";
  if (unit >= 32) return $concat("\\", $fromCharCode(unit));
  const digits = $js_number_toStringRadix(unit, 16);
  return $concat(unit < 16 ? "\\x0" : "\\x", $js_string_toUpperCase(digits));
}

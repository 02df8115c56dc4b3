import { forgetSince, textSince, writtenLength } from "./json-buffer.ts";
import { parse } from "./json-parse.ts";
import type { Replacer } from "./json-replace.ts";
import { replaced, writeReplaced } from "./json-replace.ts";
import type { Reviver } from "./json-revive.ts";
import { revive } from "./json-revive.ts";
import { converted, endLayout, startLayout, writeValue } from "./json-write.ts";

/** `JSON`. */
export class JSON {
  static parse(text: unknown, reviver?: unknown): unknown {
    const value = parse(text);
    if ($isFunction(reviver)) return revive(value, reviver as Reviver);
    else return value;
  }

  static stringify(value: unknown, replacer?: unknown, space?: unknown): string | undefined {
    const gap = gapOf(space);
    if ($isFunction(replacer)) return writeWith(value, { call: replacer as never, names: undefined }, gap);
    else if ($isArray(replacer)) {
      return writeWith(value, { call: undefined, names: namesOf($asArray(replacer)) }, gap);
    } else return write(value, gap);
  }

  static ["stringify/1"](value: unknown): string | undefined {
    return write(value, "");
  }

  get ["@@toStringTag"](): string {
    return "JSON";
  }
}

/** `JSON.parse` where a type is expected of what it gives. */
export function parseJson(text: unknown): unknown {
  return parse(text);
}

function write(value: unknown, gap: string): string | undefined {
  const given = $isObject(value) ? converted($asObject(value), "") : value;
  if ($isUndefined(given)) return undefined;
  else if ($isFunction(given)) return undefined;
  else if ($isSymbol(given)) return undefined;
  else {
    const start = writtenLength();
    const before = startLayout(gap);
    try {
      writeValue(given);
      return textSince(start);
    } finally {
      endLayout(before);
      forgetSince(start);
    }
  }
}

function writeWith(value: unknown, replacer: Replacer, gap: string): string | undefined {
  const start = writtenLength();
  const before = startLayout(gap);
  try {
    const holder: Record<string, unknown> = { "": value };
    const given = replaced(replacer, holder, "", value);
    if ($isUndefined(given)) return undefined;
    else if ($isFunction(given)) return undefined;
    else if ($isSymbol(given)) return undefined;
    else {
      writeReplaced(replacer, given);
      return textSince(start);
    }
  } finally {
    endLayout(before);
    forgetSince(start);
  }
}

/** What each level is indented by: at most ten characters. */
function gapOf(space: unknown): string {
  if ($isNumber(space)) return $substring("          ", 0, $max2(0, $min2(10, $trunc($asNumber(space)))));
  else if ($isString(space)) {
    const text = $asString(space);
    return $substring(text, 0, $min2(10, text.length));
  } else return "";
}

/** The names that a list lets pass, each once. */
function namesOf(list: unknown[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < list.length; i++) {
    const item = $arrayGet(list, i);
    if ($isString(item)) addName(names, $asString(item));
    else if ($isNumber(item)) addName(names, $js_number_toString($asNumber(item)));
  }
  return names;
}

function addName(names: string[], name: string): void {
  for (let i = 0; i < names.length; i++) if ($arrayGet(names, i) === name) return;
  $arrayPush(names, name);
}

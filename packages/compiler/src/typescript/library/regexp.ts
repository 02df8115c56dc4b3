import { toInt } from "./integer.ts";
import { LibraryIterator } from "./iteration.ts";
import { MatchArray } from "./match-array.ts";
import type { Replacement } from "./string.ts";

/** `RegExp`: an expression of the host's. Where a search goes on is kept here. */
export class RegExp {
  readonly #regexp: $host;
  readonly #flags: string;
  readonly #global: boolean;
  readonly #sticky: boolean;
  #lastIndex: number = 0;

  constructor(pattern?: string | RegExp, flags?: string) {
    let source = "(?:)";
    let given = "";
    if ($isInstance(pattern, RegExp)) {
      const other = $asInstance(pattern, RegExp);
      source = other.source;
      given = $isUndefined(flags) ? other.flags : `${flags}`;
    } else {
      if (!$isUndefined(pattern)) source = `${pattern as string}`;
      if (!$isUndefined(flags)) given = `${flags}`;
    }
    this.#regexp = $js_regexp_new(source, given);
    this.#flags = given;
    let isGlobal = false;
    let isSticky = false;
    for (let i = 0; i < given.length; i++) {
      const flag = $charCodeAt(given, i);
      if (flag === 103) isGlobal = true;
      if (flag === 121) isSticky = true;
    }
    this.#global = isGlobal;
    this.#sticky = isSticky;
  }

  static ["@@call"](pattern?: string | RegExp, flags?: string): RegExp {
    if ($isInstance(pattern, RegExp)) {
      return $isUndefined(flags) ? $asInstance(pattern, RegExp) : new RegExp(pattern, flags);
    } else return new RegExp(pattern, flags);
  }

  #has(flag: string): boolean {
    return $js_string_indexOf(this.#flags, flag, 0) >= 0;
  }

  get lastIndex(): number {
    return this.#lastIndex;
  }

  set lastIndex(index: number) {
    this.#lastIndex = index;
  }

  get source(): string {
    return $js_regexp_source(this.#regexp);
  }

  get flags(): string {
    return $js_regexp_flags(this.#regexp);
  }

  get dotAll(): boolean {
    return this.#has("s");
  }

  get global(): boolean {
    return this.#global;
  }

  get hasIndices(): boolean {
    return this.#has("d");
  }

  get ignoreCase(): boolean {
    return this.#has("i");
  }

  get multiline(): boolean {
    return this.#has("m");
  }

  get sticky(): boolean {
    return this.#sticky;
  }

  get unicode(): boolean {
    return this.#has("u");
  }

  get unicodeSets(): boolean {
    return this.#has("v");
  }

  exec(text: string): MatchArray | null {
    const input = `${text}`;
    const from = this.#start(input);
    if (from < 0) return null;
    const match = $js_regexp_exec(this.#regexp, input, from);
    if ($isUndefined(match)) {
      this.#leave(-1);
      return null;
    } else {
      if (this.#global || this.#sticky) this.#lastIndex = $js_match_end(match!);
      return new MatchArray(match!, input);
    }
  }

  test(text: string): boolean {
    const input = `${text}`;
    const from = this.#start(input);
    if (from < 0) return false;
    const end = $js_regexp_test(this.#regexp, input, from);
    this.#leave(end);
    return end >= 0;
  }

  /** Copies it for `structuredClone`. */
  ["@@clone"](): RegExp {
    return new RegExp(this.source, this.#flags);
  }

  /** Shows it as `console` does. */
  ["@@inspect"](): string {
    return this.toString();
  }

  toString(): string {
    return `/${this.source}/${this.flags}`;
  }

  /** Where a search starts; -1 if there is nothing left to search. */
  #start(input: string): $int {
    if (!this.#global && !this.#sticky) return 0;
    const from = toInt(this.#lastIndex);
    if (from < 0) return 0;
    if (from <= input.length) return from;
    this.#lastIndex = 0;
    return -1;
  }

  /** Notes where the next search starts: at the end of the match, or over again. */
  #leave(end: $int): void {
    if (this.#global || this.#sticky) this.#lastIndex = end < 0 ? 0 : end;
  }

  ["@@match"](text: string): MatchArray | string[] | null {
    return this.#global ? this["@@matches"](text) : this.exec(text);
  }

  /** All matches, of a global expression. */
  ["@@matches"](text: string): string[] | null {
    this.#lastIndex = 0;
    const texts = textsOf($js_regexp_matchAll(this.#regexp, text));
    return texts.length === 0 ? null : (texts as string[]);
  }

  ["@@matchAll"](text: string): MatchAllIterator {
    return new MatchAllIterator(this.#regexp, text, this.#start(text), this.#global, this.unicode || this.unicodeSets);
  }

  ["@@replace"](text: string, replacement: Replacement): string {
    if ($isFunction(replacement)) {
      return this.#replaceBy(text, replacement as (match: string, ...details: unknown[]) => unknown);
    } else {
      const by = `${replacement as string}`;
      let from = 0;
      if (this.#global) this.#lastIndex = 0;
      else if (this.#sticky) {
        from = this.#start(text);
        if (from < 0 || !this.test(text)) return text;
      }
      return $js_regexp_replace(this.#regexp, text, by, from);
    }
  }

  #replaceBy(text: string, replace: (match: string, ...details: unknown[]) => unknown): string {
    let from = this.#global ? 0 : this.#start(text);
    let result = "";
    let done = 0;
    while (from >= 0 && from <= text.length) {
      const match = $js_regexp_exec(this.#regexp, text, from);
      if ($isUndefined(match)) {
        this.#leave(-1);
        break;
      } else {
        const start = $js_match_index(match!);
        const end = $js_match_end(match!);
        this.#leave(this.#global ? -1 : end);
        const by = replacementOf(match!, text, start, replace);
        result = `${result}${$substring(text, done, start)}${by}`;
        done = end;
        if (!this.#global) break;
        from = end > start ? end : next(text, end, this.unicode || this.unicodeSets);
      }
    }
    return $concat(result, $substring(text, done, text.length));
  }

  ["@@search"](text: string): number {
    const match = $js_regexp_exec(this.#regexp, text, 0);
    return $isUndefined(match) ? -1 : $js_match_index(match!);
  }

  ["@@split"](text: string, limit?: number): (string | undefined)[] {
    return textsOf($js_regexp_split(this.#regexp, text, $isUndefined(limit) ? 4294967295 : limit! >>> 0));
  }
}

/** A literal without the flag `g`: `match` gives what `exec` does. */
export class SingleRegExp extends RegExp {
  override ["@@match"](text: string): MatchArray | null {
    return this.exec(text);
  }
}

/** A literal with the flag `g`: `match` gives all matches. */
export class GlobalRegExp extends RegExp {
  override ["@@match"](text: string): string[] | null {
    return this["@@matches"](text);
  }
}

/** The matches of an expression, one after the other. */
export class MatchAllIterator extends LibraryIterator<MatchArray> {
  readonly #regexp: $host;
  readonly #text: string;
  /** Below zero once there is no further match. */
  #from: $int;
  readonly #global: boolean;
  readonly #unicode: boolean;

  constructor(regexp: $host, text: string, from: $int, global: boolean, unicode: boolean) {
    super();
    this.#regexp = regexp;
    this.#text = text;
    this.#from = from;
    this.#global = global;
    this.#unicode = unicode;
  }

  override step(): boolean {
    const text = this.#text;
    const from = this.#from;
    if (from < 0 || from > text.length) return false;
    const match = $js_regexp_exec(this.#regexp, text, from);
    if ($isUndefined(match)) {
      this.#from = -1;
      return false;
    } else {
      const end = $js_match_end(match!);
      if (!this.#global) this.#from = -1;
      else this.#from = end > $js_match_index(match!) ? end : next(text, end, this.#unicode);
      this.current = new MatchArray(match!, text);
      return true;
    }
  }
}

/** AdvanceStringIndex. */
function next(text: string, at: $int, unicode: boolean): $int {
  return unicode && at < text.length && $codePointAt(text, at) > 0xffff ? at + 2 : at + 1;
}

/** What a function gives for a match. */
function replacementOf(
  match: $host,
  text: string,
  start: $int,
  replace: (match: string, ...details: unknown[]) => unknown,
): string {
  const count = $js_match_count(match);
  const matched = $asString($js_match_get(match, 0));
  if (count === 1) return `${replace(matched, start, text) as string}`;
  const details: unknown[] = [];
  for (let i = 1; i < count; i++) $arrayPush(details, $js_match_get(match, i));
  $arrayPush(details, start);
  $arrayPush(details, text);
  if ($js_match_nameCount(match) > 0) $arrayPush(details, new MatchArray(match, text).groups);
  return `${replace(matched, ...details) as string}`;
}

function textsOf(texts: $host): (string | undefined)[] {
  const count = $js_texts_length(texts);
  const result: (string | undefined)[] = $arrayNew(count);
  for (let i = 0; i < count; i++) $arrayPush(result, $js_texts_get(texts, i));
  return result;
}

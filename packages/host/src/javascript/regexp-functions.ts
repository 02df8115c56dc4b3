import { text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import type { JavascriptLimits } from "./javascript-limits.ts";
import { patternTooLong } from "./messages.ts";
import { Texts, createTextsFunctions } from "./texts.ts";
import { uncurry } from "./uncurry.ts";

const HostRegExp = RegExp;
const { prototype } = RegExp;
const exec = uncurry<RegExp, [source: string], RegExpExecArray | null>(prototype.exec);
const replace = uncurry<RegExp, [source: string, replacement: string], string>(prototype[Symbol.replace] as never);
const match = uncurry<RegExp, [source: string], string[] | null>(prototype[Symbol.match] as never);
const split = uncurry<RegExp, [source: string, limit: number], string[]>(prototype[Symbol.split] as never);
const { keys } = Object;

/**
 * A regular expression of the guest, with its last match. `#scanning` starts where it is told, as one with the flag `g` does;
 * `#written` has the flags that the author wrote. Private fields refuse any other object.
 */
class Pattern {
  readonly #written: RegExp;
  readonly #scanning: RegExp;
  #match: RegExpExecArray | null = null;
  #names: readonly string[] | undefined;

  constructor(source: string, flags: string) {
    this.#written = new HostRegExp(source, flags);
    this.#scanning = this.#written.global ? new HostRegExp(source, flags) : new HostRegExp(source, `${flags}g`);
  }

  static source(pattern: Pattern): string {
    return pattern.#written.source;
  }

  static flags(pattern: Pattern): string {
    return pattern.#written.flags;
  }

  static exec(pattern: Pattern, source: unknown, from: number): number {
    const scanning = pattern.#scanning;
    scanning.lastIndex = from;
    const found = exec(scanning, text("regexp_exec", source));
    pattern.#match = found;
    return found ? found.index : -1;
  }

  static test(pattern: Pattern, source: unknown, from: number): number {
    const scanning = pattern.#scanning;
    scanning.lastIndex = from;
    return exec(scanning, text("regexp_test", source)) ? scanning.lastIndex : -1;
  }

  static end(pattern: Pattern): number {
    return pattern.#scanning.lastIndex;
  }

  static groupCount(pattern: Pattern): number {
    return pattern.#match?.length ?? 0;
  }

  static group(pattern: Pattern, at: number): string | null {
    return pattern.#match?.[at] ?? null;
  }

  static groupRange(pattern: Pattern, at: number, end: 0 | 1): number {
    return pattern.#match?.indices?.[at]?.[end] ?? -1;
  }

  /** The names of its groups, which are those of any match. */
  static names(pattern: Pattern): readonly string[] {
    if (pattern.#names) return pattern.#names;
    const groups = pattern.#match?.groups;
    if (!pattern.#match) return [];
    return (pattern.#names = groups ? keys(groups) : []);
  }

  static named(pattern: Pattern, at: number): string | null {
    const name = Pattern.names(pattern)[at];
    return name === undefined ? null : (pattern.#match?.groups?.[name] ?? null);
  }

  static namedRange(pattern: Pattern, at: number, end: 0 | 1): number {
    const name = Pattern.names(pattern)[at];
    return name === undefined ? -1 : (pattern.#match?.indices?.groups?.[name]?.[end] ?? -1);
  }

  static replace(pattern: Pattern, source: unknown, replacement: unknown): string {
    return replace(pattern.#written, text("regexp_replace", source), text("regexp_replace", replacement));
  }

  static matchAll(pattern: Pattern, source: unknown): Texts {
    return new Texts(match(pattern.#written, text("regexp_matchAll", source)) ?? []);
  }

  static split(pattern: Pattern, source: unknown, limit: number): Texts {
    return new Texts(split(pattern.#written, text("regexp_split", source), limit));
  }
}

/**
 * Regular expressions. A guest's pattern runs in the engine, which cannot be interrupted: only trusted modules may import these.
 */
export function createRegexpFunctions({ patternLength }: JavascriptLimits): JavascriptFunctions {
  return {
    regexp_new(source: unknown, flags: unknown) {
      const pattern = text("regexp_new", source);
      if (pattern.length > patternLength) throw patternTooLong(pattern.length, patternLength);
      return new Pattern(pattern, text("regexp_new", flags));
    },
    regexp_source: Pattern.source,
    regexp_flags: Pattern.flags,
    regexp_test: Pattern.test,
    regexp_exec: Pattern.exec,
    regexp_end: Pattern.end,
    regexp_groupCount: Pattern.groupCount,
    regexp_group: Pattern.group,
    regexp_groupStart: (pattern: Pattern, at: number) => Pattern.groupRange(pattern, at, 0),
    regexp_groupEnd: (pattern: Pattern, at: number) => Pattern.groupRange(pattern, at, 1),
    regexp_nameCount: (pattern: Pattern) => Pattern.names(pattern).length,
    regexp_name: (pattern: Pattern, at: number) => Pattern.names(pattern)[at] ?? "",
    regexp_named: Pattern.named,
    regexp_nameStart: (pattern: Pattern, at: number) => Pattern.namedRange(pattern, at, 0),
    regexp_nameEnd: (pattern: Pattern, at: number) => Pattern.namedRange(pattern, at, 1),
    regexp_replace: Pattern.replace,
    regexp_matchAll: Pattern.matchAll,
    regexp_split: Pattern.split,
    ...createTextsFunctions(),
  };
}

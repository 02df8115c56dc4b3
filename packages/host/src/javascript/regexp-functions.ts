import { text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";
import type { JavascriptLimits } from "./javascript-limits.ts";
import { Match, createMatchFunctions } from "./match-functions.ts";
import { patternTooLong } from "./messages.ts";
import { Texts, createTextsFunctions } from "./texts.ts";
import { uncurry } from "./uncurry.ts";

const HostRegExp = RegExp;
const { prototype } = RegExp;
const exec = uncurry<RegExp, [source: string], RegExpExecArray | null>(prototype.exec);
const test = uncurry<RegExp, [source: string], boolean>(prototype.test);
const replace = uncurry<RegExp, [source: string, replacement: string], string>(prototype[Symbol.replace] as never);
const match = uncurry<RegExp, [source: string], string[] | null>(prototype[Symbol.match] as never);
const split = uncurry<RegExp, [source: string, limit: number | undefined], string[]>(prototype[Symbol.split] as never);

/** The largest integer that engines hold without a box. */
const MOST_PARTS = 2 ** 30 - 1;

/** A regular expression of the guest. Where it goes on is the guest's to say. Private fields refuse any other object. */
class Pattern {
  readonly #regexp: RegExp;

  constructor(source: string, flags: string) {
    this.#regexp = new HostRegExp(source, flags);
  }

  static source(pattern: Pattern): string {
    return pattern.#regexp.source;
  }

  static flags(pattern: Pattern): string {
    return pattern.#regexp.flags;
  }

  static test(pattern: Pattern, source: unknown, from: number): number {
    const regexp = pattern.#regexp;
    regexp.lastIndex = from;
    return test(regexp, text("regexp_test", source)) ? (regexp.global || regexp.sticky ? regexp.lastIndex : 0) : -1;
  }

  static exec(pattern: Pattern, source: unknown, from: number): Match | null {
    const regexp = pattern.#regexp;
    regexp.lastIndex = from;
    const found = exec(regexp, text("regexp_exec", source));
    return found && new Match(found);
  }

  static replace(pattern: Pattern, source: unknown, replacement: unknown, from: number): string {
    const regexp = pattern.#regexp;
    regexp.lastIndex = from;
    return replace(regexp, text("regexp_replace", source), text("regexp_replace", replacement));
  }

  static matchAll(pattern: Pattern, source: unknown): Texts {
    const found = match(pattern.#regexp, text("regexp_matchAll", source));
    return new Texts(found ?? []);
  }

  static split(pattern: Pattern, source: unknown, limit: number): Texts {
    // No text has more parts than that, and V8 is several times slower where a limit is no small integer.
    const most = limit > MOST_PARTS ? undefined : limit;
    return new Texts(split(pattern.#regexp, text("regexp_split", source), most));
  }
}

/** Patterns by their sources: a literal in a loop is a new object each time, but nothing tells apart what the host keeps of them. */
type KnownPatterns = Map<string, KnownPattern>;

interface KnownPattern {
  options: string;
  pattern: Pattern;
}

/** How many patterns are kept. */
const KNOWN = 64;
const PatternMap = Map;
const get = uncurry<KnownPatterns, [source: string], KnownPattern | undefined>(Map.prototype.get);
const set = uncurry<KnownPatterns, [source: string, made: KnownPattern], unknown>(Map.prototype.set);
const clear = uncurry<KnownPatterns, [], void>(Map.prototype.clear);

/**
 * Regular expressions. A guest's pattern runs in the engine, which cannot be interrupted: only trusted modules may import these.
 * Engines look up `exec` when they test, replace or split; a page that changes it changes that here too.
 */
export function createRegexpFunctions({ patternLength }: JavascriptLimits): JavascriptFunctions {
  const known: KnownPatterns = new PatternMap();
  let count = 0;
  return {
    regexp_new(source: unknown, flags: unknown) {
      const pattern = text("regexp_new", source);
      const options = text("regexp_new", flags);
      const found = get(known, pattern);
      if (found?.options === options) return found.pattern;
      if (pattern.length > patternLength) throw patternTooLong(pattern.length, patternLength);
      const made = { options, pattern: new Pattern(pattern, options) };
      if (++count > KNOWN) {
        clear(known);
        count = 1;
      }
      set(known, pattern, made);
      return made.pattern;
    },
    regexp_source: Pattern.source,
    regexp_flags: Pattern.flags,
    regexp_test: Pattern.test,
    regexp_exec: Pattern.exec,
    regexp_replace: Pattern.replace,
    regexp_matchAll: Pattern.matchAll,
    regexp_split: Pattern.split,
    ...createMatchFunctions(),
    ...createTextsFunctions(),
  };
}

import type { JavascriptFunctions } from "./javascript-function.ts";

const { keys } = Object;

/** A match of a regular expression, which the guest reads group by group; private fields refuse any other object. */
export class Match {
  readonly #found: RegExpExecArray;
  #names: readonly string[] | undefined;

  constructor(found: RegExpExecArray) {
    this.#found = found;
  }

  static index(match: Match): number {
    return match.#found.index;
  }

  static end(match: Match): number {
    return match.#found.index + match.#found[0].length;
  }

  static count(match: Match): number {
    return match.#found.length;
  }

  static get(match: Match, group: number): string | null {
    return match.#found[group] ?? null;
  }

  /** In the order in which the pattern has them. */
  static names(match: Match): readonly string[] {
    return (match.#names ??= keys(match.#found.groups ?? {}));
  }

  static named(match: Match, index: number): string | null {
    const name = Match.names(match)[index];
    return name === undefined ? null : (match.#found.groups?.[name] ?? null);
  }

  static range(match: Match, group: number, end: 0 | 1): number {
    return match.#found.indices?.[group]?.[end] ?? -1;
  }

  static namedRange(match: Match, index: number, end: 0 | 1): number {
    const name = Match.names(match)[index];
    return name === undefined ? -1 : (match.#found.indices?.groups?.[name]?.[end] ?? -1);
  }
}

/** Reading of matches. */
export function createMatchFunctions(): JavascriptFunctions {
  return {
    match_index: Match.index,
    match_end: Match.end,
    match_count: Match.count,
    match_get: Match.get,
    match_nameCount: (match: Match) => Match.names(match).length,
    match_name: (match: Match, index: number) => Match.names(match)[index] ?? "",
    match_named: Match.named,
    match_groupStart: (match: Match, group: number) => Match.range(match, group, 0),
    match_groupEnd: (match: Match, group: number) => Match.range(match, group, 1),
    match_nameStart: (match: Match, index: number) => Match.namedRange(match, index, 0),
    match_nameEnd: (match: Match, index: number) => Match.namedRange(match, index, 1),
  };
}

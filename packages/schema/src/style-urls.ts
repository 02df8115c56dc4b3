import type { PropertyLink, PropertyLinks } from "./custom-properties.ts";

/**
 * Finds the URLs in a CSS value: what `url()` holds, and every string, because other functions (`image-set()`, `src()`) take
 * URLs as strings. Follows the tokens of CSS Syntax wherever another reading would hide text that a browser reads: strings
 * end at their line, `<!--` and `-->` are tokens, `#url` and `@url` are no functions, NUL is part of a name.
 */
export function listStyleUrls(style: string): string[] {
  return readStyle(style).urls;
}

/** What a CSS value or style sheet has in it. */
export interface StyleContent {
  readonly urls: string[];
  /** How deep braces, brackets and parentheses are in one another. */
  readonly depth: number;
  /** How many words and signs its longest declaration or selector has. */
  readonly length: number;
  /** The custom properties that it declares by others. */
  readonly links: PropertyLinks;
  /** Whether it has values taken from attributes as CSS: there they are out of sight. */
  readonly readsAttributes: boolean;
}

/** How deep functions and blocks may be in one another in CSS. Browsers read and apply them recursively: a few thousand end the page around the app. */
export const MAX_STYLE_DEPTH = 64;

/**
 * Reads a CSS value or style sheet once, for all that is checked of it.
 *
 * @param property what a value is to be of
 */
export function readStyle(style: string, property = ""): StyleContent {
  const urls: string[] = [];
  /** What closes that which is open; anything else does not, as browsers read it. */
  const open: string[] = [];
  const links = new Map<string, PropertyLink>();
  /** The declarations of custom properties that go on, and how deep they began. What could be one in another is one, and its names are those of all around. */
  const declared: { readonly link: PropertyLink; readonly level: number }[] = [];
  const declare = (name: string): void => {
    const link = links.get(name) ?? { to: new Set(), depth: 1 };
    links.set(name, link);
    declared.push({ link, level: open.length });
  };
  let [depth, length, run] = [0, 0, 0];
  let readsAttributes = false;
  if (property.startsWith("--")) declare(property);
  // Every alternative takes as much as it can and then succeeds, so that no text is read twice.
  const token =
    // oxlint-disable-next-line no-control-regex -- to CSS, NUL is a letter
    /\/\*[^]*?(?:\*\/|$)|(["'])((?:(?!\1)[^\\\n\r\f]|\\(?:\r\n|[^]))*)\1?|<!--|-->|([#@]?(?:[\w-]|[^\x01-\x7f]|\\[0-9a-f]{1,6}(?:\r\n|[ \t\n\f\r])?|\\[^\n\r\f])+)\(?|[^]/gi;
  const unquoted = /[ \t\n\f\r]*(?!["' \t\n\f\r])((?:[^)\\]+|\\[^])*)/y;
  for (let match = token.exec(style); match; match = token.exec(style)) {
    const text = match[2];
    if (text !== undefined) urls.push(decodeEscapes(text));
    // A name can end with an escaped parenthesis.
    const closer = match[0] === match[3] ? undefined : closers.get(match[0].at(-1) ?? "");
    const name = match[3] === undefined ? "" : decodeEscapes(match[3]);
    const isFunction = closer === ")" && name !== "";
    const isInBlock = (open.at(-1) ?? "}") === "}";
    if (name.startsWith("--") && open.length <= MAX_STYLE_DEPTH) {
      for (const { link } of declared) link.to.add(name);
      colon.lastIndex = token.lastIndex;
      // In the value of one, no other begins but in a block; and a class is no property.
      const isFirst = isInBlock && declared.at(-1)?.level !== open.length && style[match.index - 1] !== ".";
      if (isFirst && colon.test(style)) declare(name);
    }
    if (text === undefined && closer !== undefined) {
      depth = Math.max(depth, open.push(closer));
      for (const { link, level } of declared) link.depth = Math.max(link.depth, open.length - level);
    } else if (match[0] === open.at(-1)) {
      open.pop();
      if ((declared.at(-1)?.level ?? 0) > open.length) declared.pop();
    }
    if (match[0] === ";" && declared.at(-1)?.level === open.length) declared.pop();
    if (isInBlock && ";,{}".includes(match[0])) run = 0;
    else if (match[0].trim() !== "" && !match[0].startsWith("/*")) run++;
    length = Math.max(length, run);
    mediaType.lastIndex = token.lastIndex;
    readsAttributes ||= isFunction && name.toLowerCase() === "type" && !mediaType.test(style);
    if (!isFunction || name.toLowerCase() !== "url") continue;
    unquoted.lastIndex = token.lastIndex;
    const value = unquoted.exec(style)?.[1];
    if (value === undefined) continue;
    urls.push(decodeEscapes(value));
    token.lastIndex = unquoted.lastIndex;
  }
  return { urls, depth, length, links, readsAttributes };
}

/** Follows a name that is declared. */
const colon = /(?:[ \t\n\f\r]|\/\*(?:[^*]|\*(?!\/))*\*\/)*:/y;

/** What `type()` says in `image-set()`; in `attr()` it has no slash. */
const mediaType = /[ \t\n\f\r]*["'][a-z]+\//iy;

const closers: ReadonlyMap<string, string> = new Map(Object.entries({ "(": ")", "[": "]", "{": "}" }));

function decodeEscapes(text: string): string {
  return text.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\n\f\r])?|(\r\n|[\n\f\r])|([^]))/gi,
    (_, hex: string | undefined, lineEnd: string | undefined, char: string | undefined) => {
      if (hex === undefined) return lineEnd === undefined ? (char ?? "") : "";
      const code = Number.parseInt(hex, 16);
      return code === 0 || code > 0x10_ffff ? "\ufffd" : String.fromCodePoint(code);
    },
  );
}

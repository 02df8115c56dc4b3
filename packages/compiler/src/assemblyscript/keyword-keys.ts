// AssemblyScript's parser refuses reserved words as keys of object literals, but `{ class: "on" }` is what an author writes
// for `rune.update_view`, and formatters take the quotes off. Such a key's first letter becomes its full-width twin before
// parsing, which keeps every offset, and is turned back where the literal becomes builder calls.

const WORDS =
  "break|case|catch|class|const|continue|debugger|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|" +
  "instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with";
const FULL_WIDTH = 0xfee0;

/** Texts, templates and comments, which stay as they are; or a reserved word in the place of a key. */
const pattern = new RegExp(
  String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|` +
    "`(?:\\\\[^]|[^`\\\\])*`" +
    String.raw`|//[^\n]*|/\*[^]*?\*/|([{,]\s*)(${WORDS})(?=\s*:)`,
  "g",
);

/** Hides reserved words in the places of keys from the parser. The text keeps its length. */
export function hideKeywordKeys(source: string): string {
  return source.replace(pattern, (text, before?: string, word?: string) =>
    before === undefined || word === undefined
      ? text
      : before + String.fromCharCode(word.charCodeAt(0) + FULL_WIDTH) + word.slice(1),
  );
}

/** The key that an author wrote. */
export function showKeywordKey(key: string): string {
  const first = key.charCodeAt(0) - FULL_WIDTH;
  return first >= 0x61 && first <= 0x7a ? String.fromCharCode(first) + key.slice(1) : key;
}

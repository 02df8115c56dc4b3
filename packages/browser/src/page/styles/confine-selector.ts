/** Escapes, strings, attributes, parentheses and commas, combinators, and words, of selectors as browsers write them. */
const token =
  /\\[^]|"(?:[^"\\]|\\[^])*"?|\[(?:"(?:[^"\\]|\\[^])*"?|[^\]"])*\]?|[(),]|\s*[>+~]\s*|\s+|[^\\"[(),>+~\s]+/g;

const combinator = /^\s*[>+~]?\s*$/;

/**
 * Keeps a selector from looking at elements outside of the app's, `root`. In `@scope` what a rule acts on is inside, but it may ask for more: `:is(main *)`
 * for what is around, `:has(~ form)` for what follows. So each selector of several parts has to begin inside: from there combinators lead no further. What
 * `:nth-child(1 of …)` counts can be beside the root, and has to be inside in any case.
 */
export function confineSelector(selector: string, root: string): string {
  const guard = `:where(${root}, ${root} *)`;
  const tokens = selector.match(token) ?? [];
  let next = 0;

  function readList(all: boolean): string {
    let list = "";
    for (;;) {
      list += readComplex(all);
      const end = tokens[next++];
      if (end !== ",") return list + (end ?? "");
      list += ", ";
    }
  }

  /** Reads parts with combinators between them; in `:has()` one can stand before the first, too. */
  function readComplex(all: boolean): string {
    let [lead, first, rest, word] = ["", "", "", ""];
    /** What the first says itself, not in parentheses. */
    let own = "";
    /** Where in the first a pseudo-element begins. */
    let end = -1;
    for (let part = tokens[next]; part !== undefined && part !== "," && part !== ")"; part = tokens[next]) {
      next++;
      if (combinator.test(part) && first === "") lead = part.trimStart();
      else if (combinator.test(part) || rest !== "") rest += part === "(" ? part + readArguments(word) : part;
      else {
        if (end < 0 && part.includes("::")) end = first.length + part.indexOf("::");
        if (part === root || /^[^\\"[(]/.test(part)) own += part;
        first += part === "(" ? part + readArguments(word) : part;
      }
      word = part;
    }
    const head = end < 0 ? first : first.slice(0, end);
    const isInside = own.includes(root) || head.endsWith(guard);
    const isFree = isInside || !(all || lead.trim() || rest);
    return `${lead}${head}${isFree ? "" : guard}${first.slice(head.length)}${rest}`;
  }

  function readArguments(word: string): string {
    const [, name = ""] = /:([\w-]+)$/.exec(word) ?? [];
    if (/^part$|^nth-(last-)?of-type$/.test(name)) return readUntil(")");
    if (!/^nth-(last-)?child$/.test(name)) return readList(false);
    const formula = readUntil("of");
    return formula.endsWith("of") ? `${formula} ${readList(true)}` : formula;
  }

  function readUntil(end: string): string {
    const start = next;
    while (next < tokens.length && tokens[next] !== end && tokens[next] !== ")") next++;
    return tokens.slice(start, ++next).join("");
  }

  return readList(false);
}

import type { DefaultTreeAdapterTypes } from "parse5";
import { misnestedEnd, strayEndTag, unclosedTag } from "../messages.ts";
import type { Reporter } from "../reporter.ts";
import type { SeenTag } from "./tracking-parser.ts";

/** Elements whose end tag may be left out, and those that have none. */
const endless: ReadonlySet<string> = new Set(
  (
    "html head body p li dt dd option optgroup rb rp rt rtc caption colgroup thead tbody tfoot tr td th " +
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
  ).split(" "),
);

/** Elements of text only; that they are cut off is an error of its own. */
const textElements: ReadonlySet<string> = new Set(["title", "textarea", "style", "script", "xmp", "plaintext"]);

/** An element that something other than its own end tag has ended. */
interface Unclosed extends SeenTag {
  line: number;
}

/** Finds the tags that have no partner, while the tree is walked. The parser mends them without a word. */
export interface PairCheck {
  /** Takes an element of the tree that has a tag in the text. */
  note(element: DefaultTreeAdapterTypes.Element): void;
  /** Reports what is left, given the end tags of the text and the start tags that are not in the tree. */
  report(endTags: readonly SeenTag[], dropped: readonly SeenTag[], reporter: Reporter): void;
}

/** Makes a check for one text. */
export function createPairCheck(text: string): PairCheck {
  const ends = new Set<number>();
  const unclosed: Unclosed[] = [];
  return {
    note({ tagName, sourceCodeLocation: location }) {
      if (!location?.startTag) return;
      // The parser compares the names of tags in lower case: it takes no end tag for that of a `linearGradient`.
      const isFolded = tagName !== tagName.toLowerCase();
      if (location.endTag) ends.add(location.endTag.startOffset);
      else if (isFolded) ends.add(location.endOffset);
      else if (!endless.has(tagName) && !textElements.has(tagName) && text[location.startTag.endOffset - 2] !== "/") {
        unclosed.push({ tag: tagName, offset: location.startTag.startOffset, attributes: [], line: location.endLine });
      }
    },
    report(endTags, dropped, reporter) {
      const strays = endTags.filter(({ offset, tag }) => !ends.has(offset) && !["html", "head", "body"].includes(tag));
      const takeNext = ({ tag, offset }: SeenTag): SeenTag | undefined => {
        const next = strays.findIndex((stray) => stray.tag === tag && stray.offset > offset);
        return next < 0 ? undefined : strays.splice(next, 1)[0];
      };
      // The message about a dropped tag is about its end tag too.
      for (const tag of dropped) takeNext(tag);
      for (const start of unclosed) {
        const { tag, offset, line } = start;
        const stray = takeNext(start);
        if (stray)
          reporter.report(misnestedEnd(tag, line), { start: stray.offset, end: stray.offset + tag.length + 2 });
        else reporter.report(unclosedTag(tag, line), { start: offset, end: offset + tag.length + 1 });
      }
      for (const { tag, offset } of strays) {
        reporter.report(strayEndTag(tag), { start: offset, end: offset + tag.length + 2 });
      }
    },
  };
}

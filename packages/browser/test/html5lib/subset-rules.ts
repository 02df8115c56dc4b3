import { checkAttribute, checkElement, LANGUAGE_TAG } from "@rune/schema";
import type { Html5libCase } from "./read-cases.ts";
import type { TreeElement, TreeNode } from "./tree.ts";
import { listElements } from "./tree.ts";

/** What the view language refuses: a function of a case, and the error that its author gets. */
export interface SubsetRule {
  name: string;
  /** Codes of the error; which of them depends on where the markup stands. */
  codes: readonly string[];
  applies(test: Html5libCase, shown: readonly TreeElement[]): boolean;
}

const policy = { origins: [], frames: false };

/** Elements of a tree that a view would have to have: without the document's skeleton, of which only facts remain. */
export function listShown({ context, expected }: Html5libCase): TreeElement[] {
  const skeleton = context === undefined ? new Set(["html", "head", "body"]) : new Set();
  return listElements(expected).filter(({ name }) => !skeleton.has(name));
}

function tagOf({ name }: TreeElement): string {
  return name.replace(" ", ":");
}

function isNamed(name: string, pattern: RegExp): boolean {
  return pattern.test(name.replace(/^(svg|math|xlink|xml|xmlns) /, ""));
}

function isHeadElement({ name, attributes }: TreeElement): boolean {
  return name === "title" || (name === "meta" && attributes.has("name"));
}

/** Whether a page is a whole document; otherwise it is the content of a body. */
export function isDocument({ input, context }: Pick<Html5libCase, "input" | "context">): boolean {
  return context === undefined && /<!doctype|<(html|head|body|frameset)[\s/>]/i.test(input);
}

/** Whether a case expects what only a document without a doctype becomes: a table that does not end the paragraph before it. */
export function needsQuirks(test: Html5libCase): boolean {
  const isTable = (node: TreeNode): boolean => node.type === "element" && node.name === "table";
  const paragraphs = listElements(test.expected).filter(({ name }) => name === "p");
  return test.context === undefined && !isDocument(test) && paragraphs.some(({ children }) => children.some(isTable));
}

/** Elements that stand where a page's title and metadata may stand. */
function listTopLevel(test: Html5libCase): Set<TreeElement> {
  // The content of an element is no page, and has no such place.
  if (test.context !== undefined) return new Set();
  const roots = test.expected.filter((node) => node.type === "element");
  const parts = roots.flatMap(({ children }) => children.filter((node) => node.type === "element"));
  const open = isDocument(test) ? parts.filter(({ name }) => name === "head") : parts;
  return new Set(open.flatMap(({ children }) => children.filter((node) => node.type === "element")));
}

function listHead({ expected }: Html5libCase): TreeElement[] {
  const root = expected.find((node) => node.type === "element");
  const head = root?.children.find((node) => node.type === "element" && node.name === "head");
  return head?.type === "element" ? head.children.filter((node) => node.type === "element") : [];
}

/** By name, in the order in which they are tried. */
export const subsetRules: readonly SubsetRule[] = [
  {
    name: "an element that no view may contain (script, frames, plugins, raw text)",
    codes: ["view_refused_markup"],
    applies: (_test, shown) =>
      shown.some((each) => checkElement(tagOf(each), policy) && !isStyle(each) && hasName(each)),
  },
  {
    name: "an attribute that no view may contain (event attributes, unsafe URLs)",
    codes: ["view_refused_markup"],
    applies: (_test, shown) =>
      shown.some((each) =>
        [...each.attributes].some(([name, value]) => {
          const known = name.replace(" ", ":");
          return hasAttributeName(name) && checkAttribute(tagOf(each), known, value, policy);
        }),
      ),
  },
  {
    name: "a <template> without a directive, which would never show",
    codes: ["view_template_needs_directive", "view_misplaced_head_element"],
    applies: (_test, shown) => shown.some(({ name }) => name === "template"),
  },
  {
    name: "a name that not every browser can make an element of",
    codes: ["view_invalid_tag_name"],
    applies: (_test, shown) => shown.some((each) => !hasName(each)),
  },
  {
    name: "a name that not every browser can make an attribute of",
    codes: ["view_invalid_attribute_name", "view_invalid_html"],
    applies: (_test, shown) =>
      shown.some(({ attributes }) => [...attributes.keys()].some((name) => !hasAttributeName(name))),
  },
  {
    name: "<title> or <meta name> below the top level",
    codes: ["view_misplaced_head_element"],
    applies: (test, shown) => {
      const top = listTopLevel(test);
      return shown.some((each) => isHeadElement(each) && !top.has(each));
    },
  },
  {
    name: "an element that shows, in the head",
    codes: ["view_misplaced_head_element"],
    applies: (test) =>
      isDocument(test) && listHead(test).some(({ name }) => !["title", "meta", "style"].includes(name)),
  },
  {
    name: "a language that is none",
    codes: ["view_invalid_name"],
    applies: (test) =>
      test.expected.some((node) => node.type === "element" && !LANGUAGE_TAG.test(node.attributes.get("lang") ?? "")) &&
      test.context === undefined,
  },
  {
    name: "two titles",
    codes: ["view_duplicate_title"],
    applies: (_test, shown) => shown.filter(({ name }) => name === "title").length > 1,
  },
  {
    name: "one id twice",
    codes: ["view_duplicate_id", "view_misnested_tag"],
    applies: (_test, shown) => {
      const ids = shown.flatMap(({ attributes }) => attributes.get("id") ?? []);
      return new Set(ids).size < ids.length;
    },
  },
  {
    name: "a file that ends within a tag, comment, CDATA section or raw text",
    codes: ["view_invalid_html"],
    applies: ({ input }, shown) => endsWithin(input, shown),
  },
];

/** Whether the input ends before a tag, a comment or the text of an element does. */
function endsWithin(input: string, shown: readonly TreeElement[]): boolean {
  let rest = input;
  for (const tag of ["title", "textarea", "style"].filter((each) => shown.some(({ name }) => name === each))) {
    rest = rest.replace(new RegExp(`<${tag}\\b[^>]*>.*?</${tag}[\\s/>]`, "gis"), "");
    if (new RegExp(`<${tag}\\b`, "i").test(rest)) return true;
  }
  rest = rest.replace(/<!---?>|<!--.*?--!?>|<!\[CDATA\[.*?\]\]>/gs, "");
  if (/<!--|<!\[CDATA\[/.test(rest)) return true;
  const attribute = /\s*(?:\/|[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?)/.source;
  return /<\/?[a-z]/i.test(rest.replace(new RegExp(`<\\/?[a-z][^\\s/>]*(?:${attribute})*\\s*>`, "gi"), ""));
}

function isStyle({ name }: TreeElement): boolean {
  return name === "style";
}

function hasName({ name }: TreeElement): boolean {
  return isNamed(name, /^[A-Za-z][\p{L}\p{N}._-]*$/u);
}

function hasAttributeName(name: string): boolean {
  return isNamed(name, /^[\p{L}_][\p{L}\p{N}_:.-]*$/u);
}

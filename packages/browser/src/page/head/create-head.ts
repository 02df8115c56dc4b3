import type { ViewHead } from "@rune/schema";
import { toText } from "../../renderer/to-text.ts";

/** An app may not change how the page around it tells others where the user comes from. */
const REFUSED_META = "referrer";
/** What an app that is only a part of a page may say there; by other names the page and its scripts have settings. */
const COMMON_META = /^(author|description|keywords|theme-color)$/i;

/** What a page or layout says of the document, as far as it does. Keys are `title`, `lang`, and `meta:` with a name. */
type HeadFacts = ReadonlyMap<string, string>;

/** The document's title, language and metadata, as the views say that show: the innermost that says something has its way. */
export interface DocumentHead {
  /** Adds what a view says, or changes it; `values` are those of its bindings. Views that came later are inside of those that came before. */
  apply(head: ViewHead, values: readonly unknown[]): void;
  /** A view shows no more. */
  leave(head: ViewHead): void;
}

/** What apps have put somewhere in a document: what was there before, and what each wants there, the one that said it last at the end. */
interface Claim {
  readonly before: string | null;
  readonly values: Map<object, string>;
}

const claimed = new WeakMap<Document, Map<string, Claim>>();

/** Takes over the head of a document for an app, which may have the whole page. What was there comes back when nothing says otherwise any more. */
export function createHead(document: Document, locale: string | undefined, isPage: boolean): DocumentHead {
  const layers = new Map<ViewHead, HeadFacts>();
  const claims = claimed.get(document) ?? new Map<string, Claim>();
  claimed.set(document, claims);

  function update(): void {
    const wanted = new Map<string, string>();
    if (locale !== undefined && layers.size > 0) wanted.set("lang", locale);
    for (const facts of layers.values()) for (const [key, value] of facts) wanted.set(key, value);
    for (const [key, { before, values }] of claims) {
      const value = values.get(layers);
      if (value === undefined || wanted.has(key)) continue;
      values.delete(layers);
      // What others have changed meanwhile is theirs.
      if (read(document, key) === value) write(document, key, [...values.values()].at(-1) ?? before);
      if (values.size === 0) claims.delete(key);
    }
    for (const [key, value] of wanted) {
      const { before, values } = claims.get(key) ?? { before: read(document, key), values: new Map<object, string>() };
      if (values.get(layers) === value) continue;
      write(document, key, value);
      values.delete(layers);
      values.set(layers, read(document, key) ?? value);
      claims.set(key, { before, values });
    }
  }

  return {
    apply(head, values) {
      layers.set(head, readHead(head, values, isPage));
      update();
    },
    leave(head) {
      if (layers.delete(head)) update();
    },
  };
}

/** What a view says, with the values of its bindings in their order. */
function readHead(head: ViewHead, values: readonly unknown[], isPage: boolean): HeadFacts {
  const facts = new Map<string, string>();
  const add = (key: string, value: string | undefined): void => {
    const [, meta] = /^meta:(.*)/s.exec(key) ?? [];
    const isOwn = meta === undefined || (isPage ? meta.toLowerCase() !== REFUSED_META : COMMON_META.test(meta));
    if (value !== undefined && isOwn) facts.set(key, value);
  };
  add("title", head.title);
  add("lang", head.lang);
  for (const { name, content } of head.meta ?? []) add(`meta:${name}`, content);
  head.bindings?.forEach((binding, i) => {
    const value = values[i];
    const key = binding.type === "meta" ? `meta:${binding.name}` : binding.type;
    if (value !== undefined && value !== null) add(key, toText(value));
  });
  return facts;
}

function findMeta(document: Document, key: string): HTMLMetaElement | undefined {
  return [...document.head.querySelectorAll("meta")].find(({ name }) => `meta:${name}` === key);
}

function read(document: Document, key: string): string | null {
  if (key === "title") return document.title;
  if (key === "lang") return document.documentElement.getAttribute("lang");
  return findMeta(document, key)?.content ?? null;
}

function write(document: Document, key: string, value: string | null): void {
  if (key === "title") document.title = value ?? "";
  else if (key === "lang") {
    if (value === null) document.documentElement.removeAttribute("lang");
    else document.documentElement.lang = value;
  } else if (value === null) findMeta(document, key)?.remove();
  else {
    const meta = findMeta(document, key) ?? document.head.appendChild(document.createElement("meta"));
    meta.name = key.slice("meta:".length);
    meta.content = value;
  }
}

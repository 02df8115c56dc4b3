import type { ViewHead } from "@rune/schema";

/** A page may not change how the page around it tells others where the user comes from. */
const refusedMeta: ReadonlySet<string> = new Set(["referrer"]);

/** Applies title, language and `<meta name>` of a page. Returns what puts back what was there. */
export function applyHead(document: Document, head: ViewHead | undefined, locale: string | undefined): () => void {
  const { documentElement: root, title } = document;
  const lang = root.getAttribute("lang");
  const metas = (head?.meta ?? []).flatMap(({ name, content }) =>
    refusedMeta.has(name.toLowerCase()) ? [] : [applyMeta(document, name, content)],
  );
  if (head?.title !== undefined) document.title = head.title;
  const language = head?.lang ?? locale;
  if (language !== undefined) root.lang = language;
  return () => {
    for (const restore of metas.reverse()) restore();
    document.title = title;
    if (lang === null) root.removeAttribute("lang");
    else root.lang = lang;
  };
}

function applyMeta(document: Document, name: string, content: string): () => void {
  const found = document.head.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(name)}"]`);
  if (found) {
    const before = found.content;
    found.content = content;
    return () => {
      found.content = before;
    };
  }
  const meta = document.createElement("meta");
  meta.name = name;
  meta.content = content;
  document.head.append(meta);
  return () => meta.remove();
}

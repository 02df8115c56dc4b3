import type { ViewHead } from "@rune/schema";

/** A page may not change how the page around it tells others where the user comes from. */
const REFUSED_META = "referrer";

/** Applies title, language and `<meta name>` of a page. Returns what puts back what was there. */
export function applyHead(document: Document, head: ViewHead | undefined, locale: string | undefined): () => void {
  const { documentElement: root, title } = document;
  const lang = root.getAttribute("lang");
  const metas = (head?.meta ?? [])
    .filter(({ name }) => name.toLowerCase() !== REFUSED_META)
    .map(({ name, content }) => applyMeta(document, name, content));
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
  const meta = found ?? document.head.appendChild(document.createElement("meta"));
  const before = meta.content;
  meta.name = name;
  meta.content = content;
  return () => {
    if (found) meta.content = before;
    else meta.remove();
  };
}

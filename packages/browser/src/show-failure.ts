import type { RuneError } from "@rune/schema";

/**
 * Shows in the app's element why it did not start. Styled through CSSOM, because a strict policy forbids style attributes
 * and the page may have no style sheet of ours.
 */
export function showFailure(element: Element, error: RuneError): void {
  const { ownerDocument } = element;
  const section = ownerDocument.createElement("section");
  section.setAttribute("role", "alert");
  section.style.cssText =
    "margin:2rem auto;max-width:40rem;padding:1rem 1.5rem;border:1px solid #b3261e;border-radius:.5rem;" +
    "color:#410e0b;background:#fceeee;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere";
  section.append(
    createText(ownerDocument, "h1", "This app could not be started", "margin:0;font-size:1.25rem"),
    createText(ownerDocument, "p", error.message, "margin:.75rem 0;white-space:pre-wrap"),
    createText(ownerDocument, "code", error.code, "font-size:.875rem"),
  );
  element.replaceChildren(section);
}

function createText(document: Document, tag: "h1" | "p" | "code", text: string, css: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.style.cssText = css;
  return element;
}

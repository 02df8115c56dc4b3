import { restoreNames } from "./groups/group-names.ts";
import { WHOLE_PAGE } from "./load-styles.ts";

/** What elements refer to that act on others; each element has some of it. */
interface Acting extends Element {
  readonly popoverTargetElement?: unknown;
  readonly commandForElement?: unknown;
  /** Of a label. */
  readonly control?: unknown;
  readonly form?: unknown;
  readonly type?: unknown;
}

/** Elements of which a click does something to others. */
const acting: ReadonlySet<string> = new Set(["label", "summary", "button", "input"]);

/**
 * Keeps clicks in an app from acting on elements outside of it, which are in the same space of ids and names: those have no effect but to be heard by the
 * app's handlers. Its forms are sent to the origins that it was granted, with what the browser knows of the user there; that of the page is none of them, unless
 * the whole page is the app's. Where the app is in a form, its fields are none of that form's. Returns what ends it.
 */
export function keepInside(container: Element, origins: readonly string[]): () => void {
  const { ownerDocument: document } = container;
  const isOutside = (each: unknown): boolean => each instanceof Node && !container.contains(each);

  /** Whether one of a group, of which one is chosen or open at a time, is outside. */
  function sharesGroup(element: Element, selector: string): boolean {
    const name = element.getAttribute("name");
    const root = element.getRootNode() as ParentNode & Node;
    return (
      !!name &&
      [...root.querySelectorAll<Acting>(selector)].some(
        (each) => each.getAttribute("name") === name && each.form === (element as Acting).form && isOutside(each),
      )
    );
  }

  function reachesOut(element: Acting): boolean {
    switch (element.localName) {
      case "label":
        return isOutside(element.control);
      case "summary":
        return sharesGroup(element.parentElement as Element, "details");
      case "button":
      case "input":
        if ([element.popoverTargetElement, element.commandForElement].some(isOutside)) return true;
        if (element.type !== "radio")
          return /^(submit|reset|image)$/.test(String(element.type)) && isOutside(element.form);
        return sharesGroup(element, "[type=radio i]");
      default:
        return false;
    }
  }

  function leaveForm(): void {
    for (const each of container.querySelectorAll<Acting>(":not(label)")) {
      // There is no form of this name.
      if (isOutside(each.form)) each.setAttribute("form", "");
    }
  }

  const guard = (event: Event): void => {
    for (const each of event.composedPath() as Acting[]) {
      if (each === container) return;
      if (acting.has(each.localName) && reachesOut(each)) event.preventDefault();
    }
  };
  const guardForm = (event: Event): void => {
    const { submitter } = event as SubmitEvent;
    const read = (name: string): string =>
      submitter?.getAttribute(`form${name}`) ?? (event.target as Element).getAttribute(name) ?? "";
    if (container.hasAttribute(WHOLE_PAGE) || /^dialog$/i.test(read("method"))) return;
    const address = read("action");
    // One that is none leads nowhere.
    if (!URL.canParse(address, document.baseURI)) return;
    const { protocol, origin } = new URL(address, document.baseURI);
    if (protocol.startsWith("http") && !origins.includes(origin)) event.preventDefault();
  };
  let observer: MutationObserver | undefined;

  /** The page may move the app into a form at any time. */
  function watchForm(): void {
    if (!container.closest("form")) return;
    leaveForm();
    if (observer) return;
    // Documents of tests have no global one.
    const { MutationObserver: Observer } = document.defaultView as Window & typeof globalThis;
    observer = new Observer(leaveForm);
    observer.observe(container, { subtree: true, childList: true });
  }

  const ending = new AbortController();
  const { signal } = ending;
  container.addEventListener("click", guard, { capture: true, signal });
  container.addEventListener("submit", guardForm, { capture: true, signal });
  (container as HTMLElement).addEventListener("formdata", restoreNames, { signal });
  container.addEventListener("focusin", watchForm, { signal });
  // Before the form looks whether what it sends is valid, and collects it.
  document.addEventListener("click", watchForm, { capture: true, signal });
  document.addEventListener("submit", watchForm, { capture: true, signal });
  watchForm();
  return () => {
    ending.abort();
    observer?.disconnect();
  };
}

import type { AppContext } from "../app-context.ts";
import type { EventHub } from "../events/event-hub.ts";
import type { EarlyEventsHolder } from "../first-frame/collect-events.ts";
import { FRAME_ATTRIBUTE } from "../first-frame/frame-attribute.ts";
import type { PageTarget } from "../page/create-target.ts";
import type { Adoption } from "./adopt-nodes.ts";
import { adoptNodes } from "./adopt-nodes.ts";
import { moveBlock, moveRefs } from "./move-block.ts";
import { replayEvents } from "./replay-events.ts";
import { listTouched } from "./touched-fields.ts";

/** Lets an app take over a page that shows its first frame already. */
export interface TakeOver {
  /** Puts the nodes of a page or layout in their place: the nodes that are there become them, as far as possible. */
  place(container: Element, content: Node, target: PageTarget): void;
  /** All that belongs to the page shows: what is left of the frame goes, and the app hears of what was done until now. */
  end(): void;
}

/** Lets an app take over the first frame in its element. */
export function takeOver(app: AppContext): void {
  const { element, events } = app;
  const { ownerDocument: page } = element;
  const early = (page.defaultView as EarlyEventsHolder).runeEarlyEvents;
  const targets: PageTarget[] = [];
  const listened: Parameters<EventHub["listen"]>[] = [];
  const left: Adoption["left"] = new Map();
  const { listen } = events;
  // What listens at nodes that do not come to show has to listen at those that do.
  events.listen = (...call) => {
    listened.push(call);
    listen(...call);
  };
  // The app says itself what these say.
  for (const meta of page.head.querySelectorAll(`meta[${FRAME_ATTRIBUTE}]`)) meta.remove();

  function adopt(outlet: Node | undefined, action: (adoption: Adoption) => void): void {
    const nodes = new Map<Node, Node>();
    const { activeElement } = element.getRootNode() as Document | ShadowRoot;
    action({ nodes, touched: listTouched(early?.events ?? []), outlet, left });
    for (const { block, refs } of targets) {
      if (block) moveBlock(block, nodes);
      moveRefs(refs, nodes);
    }
    for (const [node, type, options, handle] of listened.splice(0)) {
      const own = nodes.get(node) as Element | undefined;
      if (!own) continue;
      listen(own, type, options, handle);
      options.begin?.(own);
    }
    const focused = activeElement && nodes.get(activeElement);
    if (focused) (focused as HTMLElement).focus();
  }

  app.frame = {
    place(container, content, target) {
      targets.push(target);
      const wanted = content.nodeType === content.DOCUMENT_FRAGMENT_NODE ? [...content.childNodes] : [content];
      const outlet = target.view.templates[0]?.bindings.findIndex(({ type }) => type === "outlet") ?? -1;
      adopt(target.block?.nodes[outlet], (adoption) =>
        adoptNodes(container, wanted, [...container.childNodes], adoption),
      );
    },
    end() {
      events.mute(() =>
        adopt(undefined, (adoption) => {
          // Components whose controllers had to run first have come to show meanwhile.
          const places = Array.from(left);
          left.clear();
          for (const [parent, { stale, all }] of places) {
            const now = [...parent.childNodes];
            const wanted = now.filter((node) => !stale.has(node));
            adoptNodes(
              parent,
              wanted,
              now.filter((node) => all.has(node)),
              adoption,
            );
          }
          for (const { stale } of left.values()) for (const node of stale) node.parentNode?.removeChild(node);
        }),
      );
      app.frame = undefined;
      events.listen = listen;
      element.removeAttribute(FRAME_ATTRIBUTE);
      for (const sheet of page.head.querySelectorAll(`link[${FRAME_ATTRIBUTE}]`)) sheet.remove();
      early?.end();
      const caret = keepCaret(page.activeElement);
      replayEvents(early?.events ?? []);
      caret();
    },
  };
}

/** Remembers where the user writes; the result goes back there, if the text is the same. */
function keepCaret(element: Element | null): () => void {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return () => {};
  const { value, selectionStart, selectionEnd } = element;
  return () => {
    if (element.value === value && selectionStart !== null) element.setSelectionRange(selectionStart, selectionEnd);
  };
}

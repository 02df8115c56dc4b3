import type { EarlyEvent } from "../first-frame/collect-events.ts";

/** The fields that events say the user has changed, with the boxes of which only one can be chosen together. */
export function listTouched(events: readonly EarlyEvent[]): Set<Node> {
  const touched = new Set<Node>();
  for (const { event } of events) {
    const { type, target } = event;
    if (type !== "input" && type !== "change") continue;
    touched.add(target as Node);
    const { form, name, type: kind } = target as HTMLInputElement;
    if (kind !== "radio") continue;
    const root = form ?? (target as Node).getRootNode();
    for (const each of (root as ParentNode).querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      if (each.name === name) touched.add(each);
    }
  }
  return touched;
}

import type { View } from "@rune/schema";
import type { MutationTarget } from "../../page/mutation-target.ts";
import type { ComponentPlace } from "../../renderer/components/controller.ts";

/** The page as the controller of one of its components sees it: with names and nodes of its own. */
export function createComponentTarget(
  page: MutationTarget,
  view: View,
  { refs, changed }: ComponentPlace,
): ComponentTarget {
  const target: ComponentTarget = Object.assign(Object.create(page) as MutationTarget, {
    page,
    view,
    data: new Map<string, unknown>(),
    changed: new Set<string>(),
    touched: new Set<string>(),
    refs,
    state: undefined,
    isGone: false,
    connect(state: MutationTarget["state"]) {
      target.state = state;
    },
  });
  return Object.defineProperties(target, {
    isShown: { get: () => page.isShown && !target.isGone },
    isStale: {
      set(isStale: boolean) {
        page.isStale = isStale;
      },
    },
    isDirty: {
      get: () => page.isDirty,
      set(isDirty: boolean) {
        page.isDirty = isDirty;
        if (target.changed.size > 0) changed();
      },
    },
  });
}

/** See {@link createComponentTarget}. */
export interface ComponentTarget extends MutationTarget {
  /** Whether the component has left the page. */
  isGone: boolean;
}

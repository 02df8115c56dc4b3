import type { JsonObject, Route } from "@rune/schema";
import type { AppContext } from "../../app-context.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";
import { questionInvalid } from "./messages.ts";

/** Where a visit goes. Where the browser is about to leave the app's page, nobody knows: then the path is empty. */
export interface Destination {
  readonly path: string;
  readonly params: JsonObject;
}

/** A controller that wants the person to be asked before its page is left. */
export interface LeaveGuard {
  readonly target: Pick<MutationTarget, "isShown" | "page" | "view" | "report">;
  /** What it wants the person to be asked, if anything. Does not throw. */
  ask(destination: Destination): unknown;
}

/** Asks the person before pages are left. */
export interface Leaving {
  /** Has a controller asked, until what this returns is called. */
  guard(guard: LeaveGuard): () => void;
  /**
   * Whether the page that shows may be left for another. `isBrowsers`: the browser goes through its history, and keeps pages from
   * holding anybody back itself.
   */
  admits(destination: Destination, route: Route | undefined, isBrowsers: boolean): boolean;
}

/** Longest question that is asked. */
const LONGEST = 200;

/** What tells that there is somebody who uses the page. */
const inputs = ["pointerdown", "keydown", "click"];

/**
 * Makes what asks the person before pages of an app are left. It is the browser that asks, in words of its own where the document goes, and
 * the person who decides: an app that asks for no reason can be left all the same. It asks once for what the person does, so that
 * an app that goes on by itself cannot ask without end.
 */
export function createLeaving({ window }: AppContext): Leaving {
  const guards = new Set<LeaveGuard>();
  let ending = new AbortController();
  let hasActed = false;

  function begin(): void {
    const { signal } = (ending = new AbortController());
    for (const type of inputs) {
      window.addEventListener(type, () => void (hasActed = true), { capture: true, signal });
    }
    window.addEventListener("beforeunload", leaveDocument, { signal });
  }

  function leaveDocument(event: BeforeUnloadEvent): void {
    if (findQuestion({ path: "", params: {} }, undefined) === undefined) return;
    event.preventDefault();
    // What older browsers go by.
    event.returnValue = true;
  }

  function findQuestion(destination: Destination, route: Route | undefined): string | undefined {
    for (const { target, ask } of guards) {
      // A layout of both pages stays, with all in it.
      if (!target.isShown || route?.layouts?.includes((target.page ?? target).view.name)) continue;
      const question = ask(destination);
      if (question === undefined || question === null || question === "") continue;
      if (typeof question === "string") return question.slice(0, LONGEST);
      target.report(questionInvalid(target.view.name, question));
    }
    return undefined;
  }

  return {
    guard(guard) {
      if (guards.size === 0) begin();
      guards.add(guard);
      return () => {
        guards.delete(guard);
        if (guards.size === 0) ending.abort();
      };
    },
    admits(destination, route, isBrowsers) {
      if (!isBrowsers && !hasActed) return true;
      const question = findQuestion(destination, route);
      if (question === undefined || !canAsk(window)) return true;
      hasActed = false;
      return window.confirm(question);
    },
  };
}

/** In a frame of another origin browsers ask nothing and take that for a no. */
function canAsk({ top }: Window): boolean {
  try {
    return top?.location.href !== undefined;
  } catch {
    return false;
  }
}

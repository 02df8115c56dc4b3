import type { JsonObject, Route } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { Page } from "./load-page.ts";
import { loadPage } from "./load-page.ts";

/** How a page comes to be opened. */
export interface Visit {
  /** The path that is visited. */
  readonly path: string;
  /**
   * Whether what the page's guard has answered lets the visit pass.
   *
   * @throws RuneError (as a rejection) where that is no answer
   */
  admits(answer: unknown): Promise<boolean>;
  /**
   * Called when the page is about to show: from then on its address is the current one. Returns whether the page is still
   * wanted.
   */
  commit(): boolean;
  /** Called when another page than before has come to show. */
  arrive(): void;
}

/** The place where an app's pages show, one at a time. */
export interface Stage {
  /** The page of a route. It is loaded once. */
  find(route: Route): Promise<Page>;
  /**
   * Shows the page of a route, or starts it again if it shows already. Where the page's guard does not let the visit pass, nothing
   * changes.
   *
   * @throws RuneError (as a rejection) where the page or its controller cannot be loaded
   */
  open(route: Route, params: JsonObject, visit?: Visit): Promise<void>;
  /** Shows something else instead of a page. */
  replace(show: () => void, visit: Visit): void;
  /** Takes the page away and ends all controllers. */
  close(): void;
}

/** How long a page waits for its controller before it shows with its initial data, in milliseconds. */
const PATIENCE = 100;

/** Makes the stage of a mounted app. `leaving` is called before a page goes. */
export function createStage(app: AppContext, leaving: () => void): Stage {
  const pages = new Map<string, Promise<Page>>();
  let current: Page | undefined;
  /** Counts what was opened, so that what was overtaken by another shows nothing. */
  let openings = 0;

  function find(route: Route): Promise<Page> {
    const key = JSON.stringify([route.view, route.controller, route.factory, route.data]);
    const page = pages.get(key) ?? loadPage(route, app);
    pages.set(key, page);
    // A failed load may have been the network's fault: the next visit tries again.
    page.then(({ ready }) => ready).catch(() => pages.delete(key));
    return page;
  }

  async function open(route: Route, params: JsonObject, visit?: Visit): Promise<void> {
    const mine = ++openings;
    const page = await find(route);
    if (page.isGuarded && visit) {
      const answer = await page.guard({ path: visit.path, params });
      if (mine !== openings || !(await visit.admits(answer)) || mine !== openings) return;
    }
    await Promise.race([page.ready, new Promise((resolve) => app.window.setTimeout(resolve, PATIENCE))]);
    if (mine !== openings || visit?.commit() === false) return;
    const isOther = page !== current;
    if (isOther) {
      leave();
      current = page;
      page.show();
    }
    await page.start(params);
    if (isOther && mine === openings) visit?.arrive();
  }

  function leave(): void {
    leaving();
    current?.hide();
    current = undefined;
  }

  return {
    find,
    open,
    replace(show, visit) {
      openings++;
      leave();
      visit.commit();
      show();
      visit.arrive();
    },
    close() {
      openings++;
      leave();
      for (const page of pages.values()) {
        page.then(
          (loaded) => loaded.close(),
          () => {},
        );
      }
    },
  };
}

import type { JsonObject, Route, ViewEntry } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { Page, PageParts } from "./load-page.ts";
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

/** The place where an app's pages show, one at a time, inside of their layouts: those that two pages have in common stay. */
export interface Stage {
  /** Pages and layouts that have been asked for, by what they are made of: view, controller, factory and data. */
  readonly pages: Map<string, Promise<Page>>;
  /** What shows, from the outside in. */
  readonly current: Page[];
  /** The page of a route, after the layouts around it. Each is loaded once. */
  find(route: Route): Promise<readonly Page[]>;
  /**
   * Shows the page of a route, or starts it again if it shows already. Where the page's guard does not let the visit pass, nothing
   * changes.
   *
   * @throws RuneError (as a rejection) where the page or its controller cannot be loaded
   */
  open(route: Route, params: JsonObject, visit?: Visit): Promise<void>;
  /** Shows something else instead of a page. */
  replace(show: () => void, visit: Visit): void;
  /** Resolves when the pages that have been asked for are there, with their controllers, and rejects where one cannot be. */
  loaded(): Promise<readonly unknown[]>;
  /** Takes the page away and ends all controllers. */
  close(): void;
}

/** How long a page waits for its controller before it shows with its initial data, in milliseconds. */
const PATIENCE = 100;

/** Makes the stage of a mounted app. `leaving` is called before a page goes. */
export function createStage(app: AppContext, leaving: () => void): Stage {
  const pages = new Map<string, Promise<Page>>();
  const current: Page[] = [];
  /** Counts what was opened, so that what was overtaken by another shows nothing. */
  let openings = 0;

  function find({ layouts = [], ...page }: Route): Promise<Page[]> {
    const around = layouts.map((name) => {
      const { file: _file, name: view, ...parts } = app.manifest.views.find((each) => each.name === name) as ViewEntry;
      return { view, ...parts };
    });
    return Promise.all([...around, page].map(findPart));
  }

  function findPart(parts: PageParts): Promise<Page> {
    const key = JSON.stringify([parts.view, parts.controller, parts.factory, parts.data]);
    const page = pages.get(key) ?? loadPage(parts, app);
    pages.set(key, page);
    // A failed load may have been the network's fault: the next visit tries again.
    page.then(readyOf).catch(() => pages.delete(key));
    return page;
  }

  async function open(route: Route, params: JsonObject, visit?: Visit): Promise<void> {
    const mine = ++openings;
    const next = await find(route);
    for (const page of next) {
      if (!page.isGuarded || !visit) continue;
      const answer = await page.guard({ path: visit.path, params });
      if (mine !== openings || !(await visit.admits(answer)) || mine !== openings) return;
    }
    // Where a first frame shows, nobody looks at nothing.
    await Promise.race([
      Promise.all(next.map(readyOf)),
      new Promise((resolve) => app.frame || app.window.setTimeout(resolve, PATIENCE)),
    ]);
    if (mine !== openings || visit?.commit() === false) return;
    const kept = next.findIndex((page, i) => page !== current[i]);
    const isOther = kept >= 0;
    if (isOther) {
      leave(kept);
      show(next);
    }
    await Promise.all(next.map((page, i) => page.start(params, i < next.length - 1 && (!isOther || i < kept))));
    app.frame?.end();
    if (isOther && mine === openings) visit?.arrive();
  }

  function show(next: readonly Page[]): void {
    for (let i = current.length; i < next.length; i++) {
      const page = next[i] as Page;
      const container = i > 0 ? current[i - 1]?.outlet : app.element;
      if (!container) throw app.verifier.outletMissing(app.manifest.id);
      current.push(page);
      page.show(container);
    }
  }

  /** Takes away all that shows but the outermost layouts, the innermost first. */
  function leave(kept: number): void {
    leaving();
    for (const page of current.splice(kept).reverse()) page.hide();
  }

  return {
    pages,
    current,
    find,
    open,
    loaded: () => Promise.all([...pages.values()].map((page) => page.then(readyOf))),
    replace(show, visit) {
      openings++;
      leave(0);
      visit.commit();
      show();
      visit.arrive();
    },
    close() {
      openings++;
      leave(0);
      for (const page of pages.values()) {
        page.then(
          (loaded) => loaded.close(),
          () => {},
        );
      }
    },
  };
}

function readyOf({ ready }: Page): Promise<unknown> {
  return ready;
}

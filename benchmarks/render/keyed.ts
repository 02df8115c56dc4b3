import type { Visit } from "./visit.ts";

/**
 * Checks that rows keep their elements by what they show and not by their place: replacing makes new elements, removing takes away that row's, and
 * swapping moves two.
 *
 * @throws Error with what the candidate did instead
 */
export async function checkKeyed(name: string, { click, evaluate }: Visit): Promise<void> {
  const observe = (): Promise<void> =>
    evaluate(`void (() => {
      const rows = [...document.querySelectorAll("tbody tr")];
      window.watched = { rows, added: new Set(), removed: new Set() };
      window.watched.observer?.disconnect();
      const observer = new MutationObserver((records) => {
        for (const { addedNodes, removedNodes } of records) {
          for (const node of addedNodes) if (node.tagName === "TR") watched.added.add(node);
          for (const node of removedNodes) if (node.tagName === "TR") watched.removed.add(node);
        }
      });
      observer.observe(document.querySelector("tbody"), { childList: true });
      window.watched.observer = observer;
    })()`);
  const expect = async (what: string, condition: string): Promise<void> => {
    if (
      !(await evaluate<boolean>(`(() => {
      const { rows, added, removed, observer } = window.watched;
      observer.disconnect();
      const now = [...document.querySelectorAll("tbody tr")];
      return ${condition};
    })()`))
    )
      throw new Error(`${name} is not keyed: ${what}`);
  };

  await click("#to-table");
  await click("#run");
  await observe();
  await click("#run");
  await expect("replaced rows keep elements", "now.length === 1000 && now.every((row) => !rows.includes(row))");
  await observe();
  await click("tbody tr:nth-child(5) .remove");
  await expect(
    "another element than the removed row's went",
    "removed.size === 1 && removed.has(rows[4]) && added.size === 0 && now[4] === rows[5]",
  );
  await click("#run");
  await observe();
  await click("#swaprows");
  await expect(
    "swapped rows do not take their elements along",
    "now[1] === rows[998] && now[998] === rows[1] && added.size > 0 && [...added].every((row) => rows.includes(row))",
  );
}

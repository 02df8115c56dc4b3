import type { PageContext } from "../page-context.ts";
import type { CheckNode } from "./check-node.ts";

/** Notes what an action compiles as part of a block. */
export function noteWithin<T>(page: PageContext, block: CheckNode[], action: () => T): T {
  const outer = page.checks;
  page.checks = block;
  try {
    return action();
  } finally {
    page.checks = outer;
  }
}

import { parsePath } from "../route-table.ts";
import { guardAnswerInvalid, guardRing } from "./messages.ts";

/** More guards in a row send nobody anywhere. */
const MOST_REDIRECTS = 20;

/** Where guards have sent a visit, one after the other. */
export interface Redirects {
  /**
   * Takes the answer of a guard. Returns the path to go to instead, or `undefined` where the guard lets the visit pass.
   *
   * @throws RuneError `route_guard_ring` or `route_guard_answer`
   */
  take(answer: unknown): string | undefined;
}

/** Follows a visit of a path. */
export function createRedirects(path: string): Redirects {
  const way = [path];
  return {
    take(answer) {
      const here = (way.at(-1) as string).replace(/#.*$/s, "");
      if (answer === "" || answer === here) return undefined;
      if (typeof answer !== "string" || !parsePath(answer)) throw guardAnswerInvalid(here, answer);
      const before = way.indexOf(answer);
      way.push(answer);
      if (before >= 0 || way.length > MOST_REDIRECTS) throw guardRing(way.slice(Math.max(before, 0)));
      return answer;
    },
  };
}

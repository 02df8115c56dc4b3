/** Errors that only pages with links can meet; they load with these. */
import { RuneError } from "@rune/schema";

export function linkInvalid(path: string): RuneError {
  return new RuneError(
    "link_invalid",
    `data-link cannot go to \`${path}\`: it takes a path of this app, such as \`/settings\`, of which no part is \`.\` or \`..\`.`,
    {
      data: { path },
    },
  );
}

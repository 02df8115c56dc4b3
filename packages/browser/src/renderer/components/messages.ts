/** Errors that only pages with components can meet; they load with these. */
import { RuneError } from "@rune/schema";

export function componentTooDeep(view: string, limit: number): RuneError {
  return new RuneError(
    "component_too_deep",
    `\`${view}\` would be inside of ${limit} components: it probably holds itself without end. It does not show there.`,
    { data: { view } },
  );
}

export function componentTooMany(view: string): RuneError {
  return new RuneError(
    "component_too_many",
    `The page shows too many components inside of each other, so another \`${view}\` does not show. Show a part of the list.`,
    { data: { view } },
  );
}

export function controllerMissing(handler: string): RuneError {
  return new RuneError(
    "controller_missing",
    `An event asks for \`${handler}\`, but the component has no controller. Write one beside its HTML.`,
    { data: { function: handler } },
  );
}

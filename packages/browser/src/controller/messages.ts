/** Errors that only a controller can meet; they load with it. */
import { RuneError } from "@rune/schema";

/** ``did you mean `x`?``, or what there is. */
function suggest(nearest: string | undefined, known: readonly string[], what: string): string {
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  return known.length > 0
    ? `${what}: ${known.map((name) => `\`${name}\``).join(", ")}.`
    : `There is no ${what.toLowerCase()}.`;
}

export function handlerUnknown(
  handler: string,
  file: string,
  nearest: string | undefined,
  known: readonly string[],
): RuneError {
  return new RuneError(
    "handler_unknown",
    `${file} exports no function \`${handler}\`; ${suggest(nearest, known, "Exported")}`,
    { data: { function: handler, module: file } },
  );
}

/** What comes of a mutation that cannot be done. */
const outcomes: Readonly<Record<string, string>> = {
  Focus: "The focus stays where it is.",
  ScrollTo: "Nothing was scrolled.",
};

export function mutationNodeUnknown(type: string, id: string, nearest: string | undefined): RuneError {
  const hint =
    nearest === undefined
      ? "Give the element that `id`."
      : nearest === id
        ? "The view has one that does not show now."
        : `Did you mean \`${nearest}\`?`;
  return new RuneError(
    "mutation_node_unknown",
    `${type}: the page shows no node \`${id}\`. ${hint} ${outcomes[type] ?? "Nothing was changed."}`,
    { data: { type, id } },
  );
}

export function mutationRefused(type: string, id: string, problem: string): RuneError {
  return new RuneError("mutation_refused", `${type} of \`${id}\`: ${problem}. Nothing was changed.`, {
    data: { type, id },
  });
}

export function overlayInvalid(id: string, tag: string): RuneError {
  return new RuneError(
    "overlay_invalid",
    `\`${id}\` is a <${tag}>, and an overlay must be a <dialog>. Write <dialog id="${id}">…</dialog>. Nothing was changed.`,
    { data: { id, tag } },
  );
}

export function viewUnknown(name: string, nearest: string | undefined, known: readonly string[]): RuneError {
  return new RuneError(
    "navigation_view_unknown",
    `No route shows a view \`${name}\`; ${suggest(nearest, known, "Views")}`,
    {
      data: { view: name },
    },
  );
}

export function eventOutside(name: string): RuneError {
  return new RuneError(
    "event_outside_component",
    `\`rune.emit("${name.slice(0, 120)}")\` was called in the controller of a page, which has nobody around it. Only a component's controller emits events.`,
    { data: { event: name.slice(0, 120) } },
  );
}

export function mutationLimit(file: string, done: number): RuneError {
  return new RuneError(
    "mutation_limit",
    `The controller ${file} was stopped: after ${done} changes of the page that it asked for in one turn, too much time had passed. Change data instead, and let the view show it.`,
    { data: { module: file, done } },
  );
}

export function turnsEndless(file: string, isAsked: boolean): RuneError {
  const cause = isAsked
    ? "what one does in answer to an event makes the other emit it again"
    : "components are made anew each time. Rows whose objects are new whenever the list is asked for need a `data-key`";
  return new RuneError(
    "turns_endless",
    `Controllers in ${file} make each other run without end: ${cause}. The rest was dropped.`,
    { data: { module: file } },
  );
}

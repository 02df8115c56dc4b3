import { RuneError } from "@rune/schema";
import { quote } from "../quote.ts";
import { reasonOf } from "../reason.ts";

/*
 * What a controller's author did wrong without harm to the page. All of it is reported, none of it traps the guest.
 */

export function mutationTooLarge(name: string, length: number, limit: number): RuneError {
  return new RuneError(
    "mutation_too_large",
    `${quote(name)} got a payload of ${length} characters; at most ${limit} are taken. Send less at once.`,
    { data: { import: name, length, limit } },
  );
}

export function mutationMalformed(name: string, payload: string, problem: string): RuneError {
  return new RuneError(
    "mutation_malformed",
    `${quote(name)} got a payload that is no mutation: ${problem}. The payload: ${quote(payload)}`,
    { data: { import: name, payload: payload.slice(0, 120) } },
  );
}

export function mutationTypeUnknown(name: string, payload: string, type: string, near: string | undefined): RuneError {
  const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
  return new RuneError(
    "mutation_type_unknown",
    `${quote(name)} got a mutation of the unknown type ${quote(type)}.${hint} The payload: ${quote(payload)}`,
    { data: { import: name, type, payload: payload.slice(0, 120) } },
  );
}

export function navigationDenied(file: string, name: string, type: string): RuneError {
  return new RuneError(
    "mutation_navigation_denied",
    `${quote(name)}: ${quote(type)} needs the capability \`navigation\`, which the manifest does not declare for ${quote(file)}.`,
    { data: { file, import: name, type } },
  );
}

export function mutationFailed(name: string, payload: string, cause: unknown): RuneError {
  return new RuneError(
    "mutation_failed",
    `A mutation could not be applied: ${reasonOf(cause)} The payload: ${quote(payload)}`,
    { cause, data: { import: name, payload: payload.slice(0, 120) } },
  );
}

export function stateTooLarge(name: string, what: string, size: number, limit: number): RuneError {
  return new RuneError(
    "state_too_large",
    `${quote(name)} got a ${what} of ${size} bytes; at most ${limit} are kept. Nothing was stored.`,
    { data: { import: name, size, limit } },
  );
}

export function stateUnavailable(name: string, cause: unknown): RuneError {
  return new RuneError("state_unavailable", `${quote(name)} could not reach the stored state: ${reasonOf(cause)}`, {
    cause,
    data: { import: name },
  });
}

export function tooManyTimers(id: string, limit: number): RuneError {
  return new RuneError(
    "timer_limit",
    `The timer ${quote(id)} was not set: ${limit} timers are pending already. Clear some, or use the same id again.`,
    { data: { id, limit } },
  );
}

export function eventTooLarge(name: string, length: number, limit: number): RuneError {
  return new RuneError(
    "event_too_large",
    `\`emit\` of ${quote(name)} got ${length} characters; at most ${limit} are taken. Send less at once.`,
    { data: { import: "emit", event: name.slice(0, 120), length, limit } },
  );
}

export function eventMalformed(name: string, problem: string): RuneError {
  return new RuneError("event_malformed", `\`emit\` of ${quote(name)} got a detail that is no JSON: ${problem}.`, {
    data: { import: "emit", event: name.slice(0, 120) },
  });
}

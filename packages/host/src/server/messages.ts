import { RuneError } from "@rune/schema";

/*
 * Why services were not asked, or have no answer. The guest hears of what concerns a call: the promise of `rune.server_rpc` is rejected.
 */

/** A name for a message, which is ASCII as a rule. The host's `quote` would be a chunk of its own if this code had it, too. */
function mark(text: string): string {
  const cut = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return `\`${cut.replace(/[^ -_a-~…]/g, "?")}\``;
}

export function serverMissing(name: string): RuneError {
  return new RuneError(
    "server_missing",
    `${mark(name)} reaches the app's services, and this host has no way to them. Give it one: \`mount(source, element, { server: connection })\`.`,
    { data: { import: name } },
  );
}

export function serverMessageInvalid(name: string, problem: string): RuneError {
  return new RuneError("server_message_invalid", `${mark(name)} was not sent: ${problem}.`, { data: { import: name } });
}

export function serverCallLimit(method: string, limit: number): RuneError {
  return new RuneError(
    "server_call_limit",
    `The call of ${mark(method)} was not sent: ${limit} others wait for their results. Await some of them first.`,
    { data: { method, limit } },
  );
}

export function serverCallFailed(method: string, problem: string, cause?: unknown): RuneError {
  return new RuneError("server_failed", `The call of ${mark(method)} failed: ${problem}`, { cause, data: { method } });
}

export function serverSendFailed(problem: string, cause: unknown): RuneError {
  return new RuneError("server_failed", `An event was not sent: ${problem}`, { cause, data: {} });
}

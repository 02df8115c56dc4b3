/** Errors of messages between an app and the page around it; they load with the first module that has to do with them. */
import { RuneError } from "@rune/schema";

export function messageInvalid(problem: string, cause?: unknown): RuneError {
  return new RuneError(
    "message_invalid",
    `A message was not sent: ${problem}. Messages are plain data, as JSON has it.`,
    {
      cause,
    },
  );
}

export function messageLimit(limit: number): RuneError {
  return new RuneError(
    "message_limit",
    `More than ${limit} messages to the page wait; those beyond are not sent. Send what belongs together as one.`,
    { data: { limit } },
  );
}

/** Errors that only controllers can cause which want to be asked before their page is left. */
import { RuneError } from "@rune/schema";
import { LEAVE_GUARD } from "../../controller/leave-guard.ts";

export function questionInvalid(view: string, answer: unknown): RuneError {
  return new RuneError(
    "leave_question_invalid",
    `\`guard_leave\` of \`${view}\` returned a value of type ${typeof answer}. It returns the question that the person is asked before the page is left, or nothing. The page is left.`,
    { data: { view, function: LEAVE_GUARD } },
  );
}

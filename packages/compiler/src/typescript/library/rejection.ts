import { Error } from "./error.ts";
import { describeValue } from "./text.ts";

/**
 * Tells the platform of a rejection that nobody handles; what it gives is for `$js_promise_handled`.
 *
 * @analyzedOnce
 */
export function reportRejection(reason: unknown): $host {
  if ($isInstance(reason, Error)) {
    const error = $asInstance(reason, Error);
    return $js_promise_reject(error.name, error.message, error.stack ?? "");
  } else return $js_promise_reject("Error", `Uncaught (in promise) ${describeValue(reason)}`, "");
}

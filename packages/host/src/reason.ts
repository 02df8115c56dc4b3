/** What a failure says of itself, whatever was thrown: an object of a guest's, which has no properties, cannot even be made a text. */
export function reasonOf(cause: unknown): string {
  try {
    if (cause instanceof Error) return String(cause.message);
    if (typeof cause !== "object") return String(cause);
  } catch {
    // What the page around a guest throws can have properties that throw.
  }
  return "a value that is no error";
}

/** What a failure says of itself, whatever was thrown: an object of a guest's, which has no properties, cannot even be made a text. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof Error) return cause.message;
  return typeof cause === "object" ? "a value that is no error" : String(cause);
}

import type { StackMapper, StackPlace } from "@rune/schema/source-map";

/** Makes the stack of an error name the author's files; gives the innermost place in them. */
export function mapErrorStack(error: unknown, mapStack: StackMapper | undefined): StackPlace | undefined {
  if (!mapStack || !(error instanceof Error) || typeof error.stack !== "string") return undefined;
  const { text, place } = mapStack(error.stack);
  // One that is frozen keeps what it has.
  Reflect.set(error, "stack", text);
  return place;
}

import type { BuildError } from "@rune/schema";
import type { AppBuilder, BuiltApp } from "unplugin-rune-package";
import type { ErrorPayload } from "vite";

/** What one dev server knows of its app. */
export interface DevSession {
  builder: AppBuilder;
  /** The last result without errors; it keeps running under the overlay while a newer one fails. */
  lastGood: BuiltApp | undefined;
}

/** Builds, remembers the result if it is good, and returns the error if it is not. */
export async function buildSession(session: DevSession): Promise<{ built: BuiltApp; error: BuildError | undefined }> {
  const built = await session.builder.build();
  if (built.sealed) session.lastGood = built;
  return { built, error: session.builder.createError(built) };
}

/** The overlay's form of an error. */
export function createOverlayError(error: BuildError): ErrorPayload["err"] {
  const { message, id, loc, frame } = error;
  return { message, stack: "", plugin: "rune", frame, ...(id ? { id } : {}), ...(loc ? { loc } : {}) };
}

import { BuildError } from "@rune/schema";
import { messages, type AppBuilder, type BuiltApp } from "unplugin-rune-package";
import type { ErrorPayload } from "vite";

/** What one dev server knows of its app. */
export interface DevSession {
  builder: AppBuilder;
  /** The last result without errors; it keeps running under the overlay while a newer one fails. */
  lastGood: BuiltApp | undefined;
}

/** Builds, remembers the result if it is good, and returns the error if it is not. */
export async function buildSession(session: DevSession): Promise<BuildError | undefined> {
  try {
    const built = await session.builder.build();
    if (built.sealed) session.lastGood = built;
    return session.builder.createError(built);
  } catch (error) {
    // Whatever it was, the last good app goes on and the author sees why the new one does not.
    return new BuildError([messages.app_build_failed(error)]);
  }
}

/** The overlay's form of an error. */
export function createOverlayError(error: BuildError): ErrorPayload["err"] {
  const { message, id, loc, frame } = error;
  return { message, stack: "", plugin: "rune", frame, ...(id ? { id } : {}), ...(loc ? { loc } : {}) };
}

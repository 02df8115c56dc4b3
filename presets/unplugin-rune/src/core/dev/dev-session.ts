import { BuildError, formatDiagnostic } from "@rune/schema";
import { messages, type AppBuilder, type BuiltApp } from "unplugin-rune-package/internal";
import type { ErrorPayload } from "vite";

/** What one dev server knows of its app. */
export interface DevSession {
  builder: AppBuilder;
  /** The last result without errors; it keeps running under the overlay while a newer one fails. */
  lastGood: BuiltApp | undefined;
  /** Absolute paths that the last result was made of. */
  dependencies: ReadonlySet<string>;
  /** Prints a warning. */
  warn: (text: string) => void;
  /** The warnings of the last result, which have been printed. */
  warned: ReadonlySet<string>;
  /** Prints an error. */
  fail: (error: BuildError) => void;
  /** The message of the last result's error, which has been printed. */
  failed: string | undefined;
  /** The server has ended: nobody is to hear of the app any more. */
  isClosed: boolean;
  /** Has changes of these paths noticed that come after a time, in milliseconds. */
  watch: (paths: readonly string[], since: number) => void;
}

/** A session of which nothing has been built yet. */
export function createSession(
  builder: AppBuilder,
  { warn, fail, watch }: Pick<DevSession, "warn" | "fail" | "watch">,
): DevSession {
  const dependencies = new Set<string>();
  return {
    builder,
    lastGood: undefined,
    dependencies,
    warn,
    warned: new Set(),
    fail,
    failed: undefined,
    isClosed: false,
    watch,
  };
}

/** Builds, remembers the result if it is good, and prints and returns the error if it is not. */
export async function buildSession(session: DevSession): Promise<BuildError | undefined> {
  const error = await buildOnce(session);
  // What it was built with has ended, too.
  if (session.isClosed) return error;
  const text = error && `${error.message}\n${error.frame}`;
  if (error && text !== session.failed) session.fail(error);
  session.failed = text;
  return error;
}

async function buildOnce(session: DevSession): Promise<BuildError | undefined> {
  const begun = Date.now();
  try {
    const built = await session.builder.build();
    if (session.isClosed) return undefined;
    session.dependencies = new Set([...built.dependencies, ...built.folders]);
    session.watch([...session.dependencies], begun);
    if (built.sealed) session.lastGood = built;
    reportWarnings(session, built);
    return session.builder.createError(built);
  } catch (error) {
    // Whatever it was, the last good app goes on and the author sees why the new one does not.
    return new BuildError([messages.app_build_failed(error)]);
  }
}

/** Prints what the last result did not warn of already: the same result is asked for with each request. */
function reportWarnings(session: DevSession, { diagnostics }: BuiltApp): void {
  const texts = diagnostics.filter(({ severity }) => severity === "warning").map(formatDiagnostic);
  for (const text of texts) if (!session.warned.has(text)) session.warn(text);
  session.warned = new Set(texts);
}

/** The overlay's form of an error. */
export function createOverlayError(error: BuildError): ErrorPayload["err"] {
  const { message, id, loc, frame } = error;
  return { message, stack: "", plugin: "rune", frame, ...(id ? { id } : {}), ...(loc ? { loc } : {}) };
}

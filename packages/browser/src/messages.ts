/**
 * Errors of this package, by code; `docs/reference/errors/browser.md` has a section for each. Those that only the
 * controller, the router or a page that shows can meet are beside them, so that they load with them.
 */
import { RuneError } from "@rune/schema";

export function optionInvalid(path: string, expected: string): RuneError {
  return new RuneError("option_invalid", `The option \`${path}\` of mount() is wrong: ${expected}.`, {
    data: { path },
  });
}

export function packageUnreachable(url: string, cause: unknown): RuneError {
  return new RuneError(
    "package_unreachable",
    `${url} could not be loaded (${describe(cause)}). Check the address of the package and the connection.`,
    { cause, data: { url } },
  );
}

export function assetUnknown(path: string): RuneError {
  return new RuneError(
    "asset_unknown",
    `The package has no file \`${path}\` with an address. The attribute was removed.`,
    {
      data: { path },
    },
  );
}

export function mountFailed(cause: unknown): RuneError {
  return new RuneError("mount_failed", `The app could not be started: ${describe(cause)}.`, { cause });
}

export function mountAborted(): RuneError {
  return new RuneError("mount_aborted", "The app was unmounted before it showed.");
}

/** What an unknown thrown value says; some have no text. */
export function describe(cause: unknown): string {
  try {
    return String(cause instanceof Error ? cause.message : cause).replace(/\.$/, "");
  } catch {
    return "no text";
  }
}

import type { OpenedPackage } from "@rune/archive";
import type { Manifest } from "@rune/schema";
import { createApp } from "./create-app.ts";
import { mountFailed, optionInvalid } from "./messages.ts";
import type { MountOptions } from "./options.ts";
import { resolveMountOptions } from "./options.ts";
import type { LocatedSource } from "./providers/url-source.ts";
import { createUrlSource } from "./providers/url-source.ts";
import { toRuneError } from "./report.ts";
import { showFailure } from "./show-failure.ts";

/** A running app. */
export interface MountedApp {
  readonly manifest: Manifest;
  /** The package's root digest. */
  readonly root: string;
  /**
   * Opens a route path of the app.
   *
   * @throws RuneError (as a rejection) `route_invalid`
   */
  navigate(path: string): Promise<void>;
  /** Takes the app out of the page; nothing of it stays. */
  unmount(): void;
}

/** What ends the app of an element. */
const closings = new WeakMap<Element, () => void>();

/**
 * Loads a package, verifies it, and shows it in an element. An app that runs there is unmounted first.
 *
 * @param source Address of the package's folder, or where its bytes come from
 * @throws RuneError (as a rejection) when the package is refused or cannot start; the element then shows why
 */
export async function mount(
  source: string | URL | LocatedSource,
  element: Element,
  options: MountOptions = {},
): Promise<MountedApp> {
  const container = element as HTMLElement;
  // Without an element there is no place to show the failure in.
  if (!container?.ownerDocument) throw optionInvalid("element", "it must be an element of the page");
  closings.get(element)?.();
  try {
    const page = container.ownerDocument.baseURI;
    const resolved = resolveMountOptions(options, page);
    const located = typeof source === "string" || source instanceof URL ? createUrlSource(source, page) : source;
    const pkg = await openPackage(located, resolved);
    const app = await createApp(pkg, located.url, container, resolved);
    closings.set(element, app.close);
    return { manifest: pkg.manifest, root: pkg.root, navigate: app.navigate, unmount: app.close };
  } catch (cause) {
    const error = toRuneError(cause, mountFailed);
    showFailure(container, error);
    throw error;
  }
}

async function openPackage(
  source: LocatedSource,
  { root, verify }: { root: string | undefined; verify: "all" | "used" },
): Promise<OpenedPackage> {
  const verifier = await import("./verifier.ts");
  return verifier.openPackage(source, root === undefined ? { verify } : { verify, root });
}

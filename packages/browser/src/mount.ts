import type { OpenedPackage } from "@rune/archive";
import type { Manifest } from "@rune/schema";
import { createApp } from "./create-app.ts";
import { describeFailure } from "./describe-failure.ts";
import { mountAborted, mountFailed, optionInvalid } from "./messages.ts";
import type { AppMessages, MountOptions, ResolvedMountOptions } from "./options.ts";
import { resolveMountOptions } from "./options.ts";
import type { LocatedSource } from "./providers/url-source.ts";
import { createUrlSource } from "./providers/url-source.ts";
import { toRuneError } from "./report.ts";

/** A running app. */
export interface MountedApp<Messages extends AppMessages = AppMessages> {
  readonly manifest: Manifest;
  /** The package's root digest. */
  readonly root: string;
  /**
   * Opens a route path of the app.
   *
   * @throws RuneError (as a rejection) `route_invalid`
   */
  navigate(path: string): Promise<void>;
  /**
   * Gives a message to the controllers that export `on_host_message`. Returns whether there is one.
   *
   * @throws RuneError `message_invalid` for what is no plain data
   */
  send(message: Messages["toApp"]): boolean;
  /** Resolves when the pages that have been asked for are there, with their controllers, and rejects where one cannot be. */
  loaded(): Promise<readonly unknown[]>;
  /** Takes the app out of the page; nothing of it stays. */
  unmount(): void;
}

/** The lives of the apps in elements. */
const lives = new WeakMap<Node, AbortController>();

/** Whether an element is part of an app, and not of the page. */
export function isInApp(element: Element): boolean {
  for (let node = element.parentNode; node; node = node.parentNode) if (lives.has(node)) return true;
  return false;
}

/**
 * Loads a package, verifies it, and shows it in an element. An app that runs or loads there is unmounted first.
 *
 * @param source Address of the package's folder, or where its bytes come from
 * @throws RuneError (as a rejection) when the package is refused or cannot start, and the element then shows why; `mount_aborted` when it
 *   was unmounted before it showed
 */
export async function mount<Messages extends AppMessages = AppMessages>(
  source: string | URL | LocatedSource,
  element: Element,
  options: MountOptions<Messages> = {},
): Promise<MountedApp<Messages>> {
  const container = element as HTMLElement;
  // Without an element there is no place to show the failure in.
  if (!container?.ownerDocument) throw optionInvalid("element", "it must be an element of the page");
  const life = new AbortController();
  const { signal } = life;
  const unmount = (): void => life.abort();
  lives.get(element)?.abort();
  lives.set(element, life);
  signal.addEventListener("abort", () => lives.get(element) === life && lives.delete(element), { once: true });
  try {
    const page = container.ownerDocument.baseURI;
    const resolved = resolveMountOptions(options, page);
    if (options.signal?.aborted) unmount();
    options.signal?.addEventListener("abort", unmount, { once: true, signal });
    const located = typeof source === "string" || source instanceof URL ? createUrlSource(source, page) : source;
    const pkg = await openPackage(located, resolved, signal);
    const app = await createApp(pkg, located.url, container, resolved, signal);
    assertWanted(signal);
    if (resolved.verify === "first") {
      void import("./read-rest.ts").then(({ readRest }) => readRest(pkg, container, life, resolved));
    }
    return { manifest: pkg.manifest, root: pkg.root, ...app, unmount };
  } catch (cause) {
    // Who was unmounted has no say about the element any more.
    assertWanted(signal);
    const error = toRuneError(cause, mountFailed);
    const content = await describeFailure(container.ownerDocument, error);
    assertWanted(signal);
    container.replaceChildren(content);
    throw error;
  }
}

async function openPackage(
  source: LocatedSource,
  { root, verify }: Pick<ResolvedMountOptions, "root" | "verify">,
  signal: AbortSignal,
): Promise<OpenedPackage> {
  const verifier = await import("./verifier.ts");
  const pkg = await verifier.openPackage(source, { verify: verify === "all" ? verify : "used", root });
  assertWanted(signal);
  return pkg;
}

function assertWanted({ aborted }: AbortSignal): void {
  if (aborted) throw mountAborted();
}

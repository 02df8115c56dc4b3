import { createMemorySource } from "@rune/archive";
import { mount } from "@rune/browser";
import type { CapabilityName, ErrorReport, MountOptions } from "@rune/browser";
import type { AppOptions } from "./build-app.ts";
import { buildApp } from "./build-app.ts";
import { openWindow } from "./open-window.ts";
import { keepTasks, settle } from "./page-tasks.ts";
import type { TestProviders } from "./test-providers.ts";
import { resolveProviders } from "./test-providers.ts";

/** How an app is mounted in a test. */
export interface MountAppOptions extends AppOptions, Pick<MountOptions, "server" | "onMessage"> {
  /**
   * Capabilities that the app may have of those that it asks for.
   * @default all that it asks for
   */
  grants?: readonly CapabilityName[];
  /**
   * Whether the app is trusted as the page itself is: with `false` it must do without the browser's regular expressions.
   * @default true, as in the host pages that a build writes
   */
  trusted?: boolean;
  /**
   * The route that it begins with.
   * @default "/"
   */
  route?: string;
  /**
   * What stands behind the app's capabilities.
   * @default what the platform has
   */
  providers?: TestProviders;
  /**
   * Answers what `guard_leave` has the person asked before a page is left.
   * @default the person leaves
   */
  onQuestion?: (question: string) => boolean;
  /**
   * Takes errors that the app survives, such as a handler that throws.
   * @default they become unhandled errors, which fail the test
   */
  onError?: (report: ErrorReport) => void;
}

/** An app that runs in a test. */
export interface TestApp {
  /** The element that it is mounted in, part of the document. */
  readonly element: HTMLElement;
  readonly document: Document;
  /** Has the classes of events. */
  readonly window: Window & typeof globalThis;
  /** The path that shows, with query and fragment. */
  readonly path: string;
  /** Sends a message to the app, as the page around it does; `onMessage` takes those that the app sends. */
  send(message: unknown): void;
  /** Opens a route path. */
  navigate(path: string): Promise<void>;
  /** Waits until nothing is left to run but timers and answers from outside. */
  settled(): Promise<void>;
  /** Takes the app out of the document; nothing of it stays. */
  unmount(): void;
  [Symbol.dispose](): void;
}

/**
 * Builds an app and mounts it in a document, without a browser. Events are dispatched as tests do it anywhere: `element.click()`, or a
 * library; what handlers have done shows when they return, what they await after `settled`.
 *
 * @throws BuildError or RuneError (as a rejection)
 */
export async function mountApp(options: MountAppOptions = {}): Promise<TestApp> {
  const {
    route = "/",
    providers = {},
    onError = failTest,
    onQuestion = leave,
    onMessage = ignore,
    trusted = true,
    grants,
    server,
    ...app
  } = options;
  // Apps load these when they show their first overlay or long list; a test would have to wait for that.
  const [sealed] = await Promise.all([buildApp(app), import("@rune/browser/overlays"), import("@rune/browser/slices")]);
  const window = await openWindow();
  keepTasks(window);
  const { document, history, location } = window;
  const isHash = sealed.manifest.routing === "hash";
  history.replaceState(null, "", isHash ? `#${route}` : route);
  const element = document.body.appendChild(document.createElement("div"));
  // As in the pages that builds write; other documents than browsers' have no scopes for styles.
  element.setAttribute("data-rune-page", "");
  const ask = Object.getOwnPropertyDescriptor(window, "confirm");
  Object.defineProperty(window, "confirm", { configurable: true, writable: true, value: onQuestion });
  const putBack = (): void => {
    element.remove();
    if (ask) Object.defineProperty(window, "confirm", ask);
    else Reflect.deleteProperty(window, "confirm");
  };
  const mounted = await mount(createMemorySource(sealed.files), element, {
    grants: grants ?? sealed.manifest.capabilities.map(({ name }) => name),
    server,
    onError,
    onMessage,
    trusted,
    providers: resolveProviders(providers),
  }).catch((error: unknown) => {
    putBack();
    throw error;
  });
  const unmount = (): void => {
    mounted.unmount();
    putBack();
  };
  return {
    element,
    document,
    window,
    get path() {
      return isHash ? location.hash.slice(1) || "/" : location.pathname + location.search + location.hash;
    },
    send: mounted.send,
    navigate: mounted.navigate,
    settled: () => settle(window, mounted.loaded),
    unmount,
    [Symbol.dispose]: unmount,
  };
}

function failTest({ error }: ErrorReport): void {
  // Nobody awaits a handler; a rejection that nobody takes is what every test framework tells.
  void Promise.reject(error);
}

function leave(): boolean {
  return true;
}

/** Who wants to hear of messages gives a function. */
function ignore(): void {}

import type { OpenedPackage } from "@rune/archive";
import type { ServerConnection } from "@rune/host/server";
import type { CapabilityName, JsonObject, Manifest, MarkupPolicy } from "@rune/schema";
import type { EventHub } from "./events/event-hub.ts";
import type { UseWatcher } from "./page/drawings/index.ts";
import type { HotListener } from "./hot/hot-app.ts";
import type { LinkContext } from "./renderer/render-context.ts";
import type { Providers } from "./providers/providers.ts";
import type { ErrorOrigin } from "./report.ts";
import type { Leaving } from "./router/leaving/create-leaving.ts";
import type { TakeOver } from "./take-over/index.ts";

/** What the pages of one mounted app share. */
export interface AppContext {
  /** While the page shows its first frame: what takes that over. */
  frame?: TakeOver | undefined;
  readonly window: Window & typeof globalThis;
  /** The element that the app is mounted in. */
  readonly element: HTMLElement;
  readonly pkg: OpenedPackage;
  readonly manifest: Manifest;
  /** Address of the package's folder, where it has one. */
  readonly url: string | undefined;
  /** What the package asks for and the host grants. */
  readonly grants: ReadonlySet<CapabilityName>;
  readonly policy: MarkupPolicy;
  readonly storage: "local" | "session";
  /** The name that its state is kept under. */
  readonly stateId: string;
  /** Whether modules may do without fuel. */
  readonly trusted: boolean;
  /** The way to its services. */
  readonly server: ServerConnection | undefined;
  /** What a controller may do in a turn, in ticks. */
  readonly fuel: number | undefined;
  /** What the page puts behind capabilities itself. */
  readonly providers: Providers;
  /** Hears of controllers, so that another build can take their place. */
  readonly hot: HotListener | undefined;
  /** What takes the messages of the page around the app. */
  readonly receivers: Set<(message: unknown) => void>;
  /** Takes the messages of the app. */
  readonly onMessage: ((message: unknown) => void) | undefined;
  /** Once a controller wants to be asked before its page is left: what asks the person. */
  leaving?: Leaving;
  /** Once a page or layout with `<use>` has shown: what watches all of the app's. */
  drawings?: UseWatcher;
  /** The reader of packages. */
  readonly verifier: typeof import("./verifier.ts");
  readonly events: EventHub;
  readonly links: LinkContext;
  report(error: unknown, origin?: ErrorOrigin): void;
  /** Opens a route path, or a view by its name; failures are reported. */
  navigate(target: string, params: JsonObject, replaces?: boolean): void;
  navigateBack(): void;
  showOverlay(dialog: HTMLDialogElement): void;
  hideOverlay(dialog: HTMLDialogElement): void;
  /** Moves the focus, after overlays have opened or closed, unless the user is typing outside of the app. */
  focus(wanted: HTMLElement, options?: FocusOptions): Promise<void>;
}

import type { MountedApp } from "../mount.ts";
import { isInApp, mount } from "../mount.ts";
import { mountFailed } from "../messages.ts";
import { elementInApp } from "./messages.ts";
import type { MountOptions } from "../options.ts";
import { createReport } from "../create-report.ts";
import { logReport } from "../log-report.ts";
import { toRuneError } from "../report.ts";
import type { RuneAppElement } from "./rune-app-element.ts";
import { createErrorEvent } from "./create-error-event.ts";
import { readAttributes } from "./read-attributes.ts";

/** Attributes that other options come with. */
const observed = ["src", "root", "grants", "base", "storage", "verify", "trusted", "loading"];

/**
 * Makes `<rune-app>` an element of the page; elements of this name that are there already become apps. Does nothing where that has been done.
 * The class is made here, because there is none to extend outside of a browser.
 */
export function defineElement(name = "rune-app"): void {
  if (customElements.get(name)) return;
  customElements.define(
    name,
    class extends HTMLElement implements RuneAppElement {
      static readonly observedAttributes: readonly string[] = observed;

      options: RuneAppElement["options"] = {};
      app: MountedApp | undefined;
      /** Ends the app that shows, loads or waits until it is seen. */
      #life: AbortController | undefined;
      #isDue = false;

      get src(): string {
        return this.getAttribute("src") ?? "";
      }

      set src(address: string) {
        this.setAttribute("src", address);
      }

      send(message: unknown): boolean {
        return this.app?.send(message) ?? false;
      }

      connectedCallback(): void {
        // One that was only moved goes on.
        if (!this.#life) this.#renew();
      }

      disconnectedCallback(): void {
        queueMicrotask(() => {
          if (!this.isConnected) this.#end();
        });
      }

      /** Lets the app go on while `moveBefore` moves its element. */
      connectedMoveCallback(): void {}

      attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
        if (before !== after && this.isConnected) this.#renew();
      }

      /** Several attributes that change at once are one change. */
      #renew(): void {
        if (this.#isDue) return;
        this.#isDue = true;
        queueMicrotask(() => {
          this.#isDue = false;
          this.#end();
          if (this.isConnected && this.hasAttribute("src")) this.#begin();
        });
      }

      #begin(): void {
        const life = new AbortController();
        this.#life = life;
        const { signal } = life;
        if (this.getAttribute("loading") !== "lazy") {
          void this.#mount(signal);
          return;
        }
        const observer = new IntersectionObserver(
          (entries) => {
            if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
            observer.disconnect();
            void this.#mount(signal);
          },
          { rootMargin: "100%" },
        );
        observer.observe(this);
        signal.addEventListener("abort", () => observer.disconnect(), { once: true });
      }

      #end(): void {
        this.#life?.abort();
        this.#life = undefined;
        this.app = undefined;
      }

      #attach(): ShadowRoot {
        const root = this.attachShadow({ mode: "open" });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(":host{display:block}:host([hidden]){display:none}");
        root.adoptedStyleSheets = [sheet];
        return root;
      }

      async #mount(signal: AbortSignal): Promise<void> {
        const tell = (data: unknown): void => void this.dispatchEvent(new MessageEvent("message", { data }));
        // What the app says before it shows waits, so that it can be answered.
        const early: unknown[] = [];
        const options: MountOptions = {
          ...this.options,
          ...readAttributes(this),
          signal,
          onMessage: (data) => (this.app ? tell(data) : void early.push(data)),
          onError: (report) => {
            if (this.dispatchEvent(createErrorEvent(report.error, report.location))) logReport(report);
          },
        };
        const root = this.shadowRoot ?? this.#attach();
        const place = this.ownerDocument.createElement("div");
        root.replaceChildren(place);
        try {
          // Its attributes would be what an app grants to another.
          if (isInApp(this)) throw elementInApp();
          this.app = await mount(this.src, place, options);
          this.dispatchEvent(new Event("load"));
          for (const data of early) if (!signal.aborted) tell(data);
        } catch (error) {
          if (signal.aborted || !this.dispatchEvent(createErrorEvent(error))) return;
          logReport(createReport(toRuneError(error, mountFailed)));
        }
      }
    },
  );
}

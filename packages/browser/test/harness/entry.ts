import type { ServerConnection } from "@rune/host/server";
import { mount, type ErrorReport, type MountOptions, type MountedApp } from "@rune/browser";

/** What the tests see of the page. */
export interface Testbed {
  app?: MountedApp;
  failure?: { code: string; message: string };
  /** The way to services that mounted apps get. */
  server?: ServerConnection;
  reports: (Omit<ErrorReport, "error"> & { error: undefined })[];
  mount(options?: MountOptions): Promise<void>;
  /** Mounts the other package in an element of its own, whose id is `beside`. */
  mountBeside(): Promise<void>;
  /** Sends a text to an export of the echo module. */
  send(action: string, text: string): void;
  /** Sends a mutation through the controller. */
  dispatch(mutation: object): void;
}

const testbed: Testbed = {
  reports: [],
  async mount(options = {}) {
    const onError = (report: ErrorReport): void => void testbed.reports.push({ ...report, error: undefined });
    try {
      testbed.app = await mount("/test.rune/", document.querySelector("#app") as Element, {
        onError,
        server: testbed.server,
        ...options,
      });
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      testbed.failure = { code, message };
    }
  },
  async mountBeside() {
    const place = document.body.appendChild(document.createElement("section"));
    place.id = "beside";
    await mount("/beside.rune/", place);
  },
  send(action, text) {
    document.querySelector("#control")?.dispatchEvent(new CustomEvent(`echo-${action}`, { detail: text }));
  },
  dispatch: (mutation) => testbed.send("dispatch", JSON.stringify(mutation)),
};
Object.assign(globalThis, { testbed });

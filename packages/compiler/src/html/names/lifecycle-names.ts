/** Exports of a controller that the host calls by itself, and when. */
const lifecycle: Readonly<Record<string, string>> = {
  guard: "before the page is entered",
  guard_leave: "before the page is left",
  start: "when the page is entered",
  stop: "when the page is left",
  tick: "once a frame",
  on_timer: "when a timer fires",
  on_data: "when a service updates data",
  on_server_response: "when a service sends a message",
  on_host_message: "when the page around the app sends a message",
};

/** When the host calls an export of this name by itself, if it does. */
export function findLifecycle(name: string): string | undefined {
  return Object.hasOwn(lifecycle, name) ? lifecycle[name] : undefined;
}

import type { MessagesToPage, MessagesToServer } from "@rune/browser/dev-host";
import type { CustomPayload, HotChannelClient, ViteDevServer } from "vite";

/** A message to pages, as Vite sends it. */
export function createMessage<Event extends keyof MessagesToPage>(
  event: Event,
  data: MessagesToPage[Event],
): CustomPayload {
  return { type: "custom", event, data };
}

/** Hears what pages tell. Anybody may have sent it: whoever hears it looks at what it is. */
export function onMessage(
  { ws }: Pick<ViteDevServer, "ws">,
  event: keyof MessagesToServer,
  listener: (data: unknown, client: HotChannelClient) => void,
): void {
  ws.on(event, listener);
}

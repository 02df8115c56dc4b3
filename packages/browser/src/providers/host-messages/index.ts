import { deliverJson, findReceiver } from "../deliver-json.ts";
import type { Provided, ProviderContext } from "../provider.ts";
import { messageInvalid, messageLimit } from "./messages.ts";

/** UTF-16 units of a message. */
const MAX_LENGTH = 1_048_576;
/** Messages that wait for the page to take them. */
const MAX_WAITING = 1000;

/** The export that takes what the page sends. */
const RECEIVER = "on_host_message";

/** Takes messages from a module to the page around the app, and back. */
export function provide(context: ProviderContext): Provided {
  const { app, entry, report } = context;
  const { receivers, onMessage } = app;
  let isClosed = false;
  let waiting = 0;

  function receive(message: unknown): void {
    const json = toJson(message);
    // A linear module reads JSON by itself.
    deliverJson(RECEIVER, json, context, entry.abi === "gc" && typeof message === "string" ? message : json);
  }
  if (findReceiver(entry, RECEIVER)) receivers.add(receive);

  function send(json: string): void {
    if (!onMessage) return;
    try {
      const message = fromJson(json);
      if (waiting >= MAX_WAITING) throw messageLimit(MAX_WAITING);
      waiting++;
      // Not at once: the page may call the app again, which still runs.
      queueMicrotask(() => {
        waiting--;
        if (!isClosed) onMessage(message);
      });
    } catch (error) {
      report(error);
    }
  }

  return {
    functions: { send_to_host: send },
    close() {
      isClosed = true;
      receivers.delete(receive);
    },
  };
}

function toJson(message: unknown): string {
  let json: string | undefined;
  try {
    json = JSON.stringify(message);
  } catch (cause) {
    throw messageInvalid("it cannot be written as JSON", cause);
  }
  if (json === undefined) throw messageInvalid(`it is of type ${typeof message}`);
  assertLength(json);
  return json;
}

function fromJson(json: string): unknown {
  assertLength(json);
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw messageInvalid("it is no JSON", cause);
  }
}

function assertLength({ length }: string): void {
  if (length > MAX_LENGTH) throw messageInvalid(`it has ${length} characters; at most ${MAX_LENGTH} are taken`);
}

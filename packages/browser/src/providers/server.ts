import { createServerFunctions } from "@rune/host/server";
import { deliverJson } from "./deliver-json.ts";
import type { Provided, ProviderContext } from "./provider.ts";

/** Exports that take what services send by themselves, by its kind. */
const receivers = { data: "on_data", message: "on_server_response" } as const;

/** Reaches the app's services over the connection that the host page gives; `close` ends what is under way. */
export function provide(context: ProviderContext): Provided {
  const { app, report } = context;
  const connection = app.server;
  const abort = new AbortController();
  const end = connection?.listen?.(({ type, json }) => {
    if (!abort.signal.aborted) deliverJson(receivers[type], json, context);
  });
  return {
    functions: createServerFunctions({ connection, signal: abort.signal, report }),
    close() {
      end?.();
      abort.abort();
    },
  };
}

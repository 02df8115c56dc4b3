import { createServerFunctions } from "@rune/host/server";
import type { Provided, ProviderContext } from "./provider.ts";

/** Exports that take what services send by themselves, by its kind. */
const receivers = { data: "on_data", message: "on_server_response" } as const;

/** Reaches the app's services over the connection that the host page gives; `close` ends what is under way. */
export function provide({ app, entry, report, turn }: ProviderContext): Provided {
  const connection = app.server;
  const abort = new AbortController();
  const end = connection?.listen?.(({ type, json }) => {
    const name = receivers[type];
    const exported = [entry, ...(entry.controllers ?? [])]
      .flatMap((each) => each.exports)
      .find((each) => each.name === name);
    if (!exported || abort.signal.aborted) return;
    try {
      turn(
        name,
        exported.parameters.slice(0, 1).map((parameter) => (parameter.type === "json" ? JSON.parse(json) : json)),
      );
    } catch (error) {
      report(error);
    }
  });
  return {
    functions: createServerFunctions({ connection, signal: abort.signal, report }),
    close() {
      end?.();
      abort.abort();
    },
  };
}

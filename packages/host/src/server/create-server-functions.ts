import { isRuneError, type RuneError } from "@rune/schema";
import type { HostFunctions } from "../host-value.ts";
import { reasonOf } from "../reason.ts";
import {
  serverCallFailed,
  serverCallLimit,
  serverMessageInvalid,
  serverMissing,
  serverSendFailed,
} from "./messages.ts";
import type { ServerConnection } from "./server-connection.ts";
import { serverLimits, type ServerLimits } from "./server-limits.ts";

/** What stands behind the functions of the capability `server`. */
export interface ServerFunctionOptions {
  /** Without it calls are rejected and events reported, with an error that says what is missing. */
  connection: ServerConnection | undefined;
  /** Ends the calls under way, and lets nothing begin any more. */
  signal?: AbortSignal;
  /** Takes what is wrong with an event, which has nobody who waits for it. */
  report(error: RuneError): void;
  /** Bounds; those not named keep their defaults. */
  limits?: Partial<ServerLimits>;
}

/** The host functions by which a controller reaches the services of its app. */
export function createServerFunctions({ connection, signal, report, ...rest }: ServerFunctionOptions): HostFunctions {
  const limits = { ...serverLimits, ...rest.limits };
  let open = 0;
  const sendEvent = async (event: string): Promise<void> => {
    try {
      if (!connection) throw serverMissing("send_to_server");
      checkJson("send_to_server", event, limits.messageLength);
      if (!signal?.aborted) await connection.send(event);
    } catch (error) {
      report(isRuneError(error) ? error : serverSendFailed(reasonOf(error), error));
    }
  };
  return {
    send_to_server: (event: string) => void sendEvent(event),
    async server_rpc(method: string, parameters: string) {
      if (!connection) throw serverMissing("server_rpc");
      if (method.length > limits.methodLength) {
        throw serverMessageInvalid(
          "server_rpc",
          `the name of the function has more than ${limits.methodLength} characters`,
        );
      }
      checkJson("server_rpc", parameters, limits.messageLength);
      if (open >= limits.calls) throw serverCallLimit(method, limits.calls);
      open += 1;
      try {
        return await call(connection, method, parameters, signal, limits);
      } finally {
        open -= 1;
      }
    },
  };
}

/** Makes a call that ends: by its result, or because its time is over, or the module's. */
async function call(
  connection: ServerConnection,
  method: string,
  parameters: string,
  signal: AbortSignal | undefined,
  { callTime, resultLength }: ServerLimits,
): Promise<string> {
  const abort = new AbortController();
  let end = (_why: string): void => {};
  const ended = new Promise<never>((_, reject) => {
    end = (why) => reject(serverCallFailed(method, why));
  });
  const stop = (): void => end("its module was stopped.");
  const timer = setTimeout(() => end(`there was no result within ${callTime} ms.`), callTime);
  signal?.addEventListener("abort", stop);
  try {
    if (signal?.aborted) stop();
    const pending = signal?.aborted ? ended : connection.call(method, parameters, abort.signal);
    const result: unknown = await Promise.race([pending, ended]);
    if (typeof result !== "string") throw serverCallFailed(method, `the connection gave ${typeof result}, not JSON.`);
    if (result.length > resultLength)
      throw serverCallFailed(method, `the result has more than ${resultLength} characters.`);
    return result;
  } catch (error) {
    throw isRuneError(error) ? error : serverCallFailed(method, reasonOf(error), error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    // What goes on about a call that nobody waits for any more may end.
    abort.abort();
  }
}

function checkJson(name: string, text: string, limit: number): void {
  if (text.length > limit)
    throw serverMessageInvalid(name, `it has ${text.length} characters; at most ${limit} are taken`);
  try {
    JSON.parse(text);
  } catch {
    throw serverMessageInvalid(name, "it is no JSON");
  }
}

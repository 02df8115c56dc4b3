import { isRuneError } from "@rune/schema";
import type { HostFunctions } from "../host-value.ts";
import type { ClientFunctionOptions } from "./create-client-functions.ts";
import type { ClientLimits } from "./client-limits.ts";
import { stateTooLarge, stateUnavailable } from "./messages.ts";

/** Keys and values of one app, bytes each. May throw; the failure is reported and the guest goes on. */
export interface StateStorage {
  get(key: Uint8Array): Uint8Array | undefined;
  set(key: Uint8Array, value: Uint8Array): void;
  /** Whether there was such a key. */
  delete(key: Uint8Array): boolean;
  clear(): void;
}

/** The four functions of `state`. */
export function createStateFunctions(
  { storage, report }: Pick<ClientFunctionOptions, "storage" | "report">,
  limits: ClientLimits,
): HostFunctions {
  const attempt = <Result>(name: string, fallback: Result, action: () => Result): Result => {
    try {
      return action();
    } catch (error) {
      report(isRuneError(error) ? error : stateUnavailable(name, error));
      return fallback;
    }
  };
  return {
    get_local_state: (key: Uint8Array) => attempt("get_local_state", undefined, () => storage.get(key)),
    set_local_state: (key: Uint8Array, value: Uint8Array) =>
      attempt("set_local_state", undefined, () => {
        if (key.length > limits.keyBytes) throw stateTooLarge("set_local_state", "key", key.length, limits.keyBytes);
        if (value.length > limits.valueBytes) {
          throw stateTooLarge("set_local_state", "value", value.length, limits.valueBytes);
        }
        storage.set(key, value);
      }),
    delete_local_state: (key: Uint8Array) => attempt("delete_local_state", false, () => storage.delete(key)),
    clear_local_state: () => attempt("clear_local_state", undefined, () => storage.clear()),
  };
}

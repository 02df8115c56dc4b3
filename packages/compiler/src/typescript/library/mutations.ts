import { JSON } from "./json.ts";

/** Mutations of the open batch. */
let pending: string[] | undefined;

/** Sends a mutation that is JSON already; inside of a batch it waits with the others. */
export function sendMutation(mutation: string): void {
  if (pending === undefined) $host_core_dispatch_mutation(mutation);
  else pending.push(mutation);
}

/** A text as JSON. */
export function quoted(text: string): string {
  return $js_json_quote(text);
}

/** An object as JSON; what has no JSON is an empty object. */
export function dataText(data: object): string {
  return JSON.stringify(data) ?? "{}";
}

/** Any value as JSON; what has none is `null`. */
export function messageText(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}

/** Sends what an action does as one mutation; nothing if it throws. */
export function sendTogether(action: () => void): void {
  if (pending === undefined) {
    const list: string[] = [];
    pending = list;
    try {
      action();
    } finally {
      pending = undefined;
    }
    if (list.length > 0) $host_core_dispatch_mutation(`{"type":"Batch","mutations":[${list.join(",")}]}`);
  } else action();
}

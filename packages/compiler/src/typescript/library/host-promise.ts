import { Promise } from "./promise.ts";

/** A promise that ends as one of the host's does. */
export function fromHostPromise<T>(promise: $host, convert: (value: $host) => T): Promise<T> {
  const result = new Promise<T>(0);
  $js_promise_then(
    promise,
    (value) => {
      try {
        result["@@fulfill"](convert(value));
      } catch (error) {
        $asBase(result)["@@reject"](error);
      }
    },
    (reason) => $asBase(result)["@@rejectWithHost"](reason),
  );
  return result;
}

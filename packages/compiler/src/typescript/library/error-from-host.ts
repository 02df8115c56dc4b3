import { errorNamed } from "./error-named.ts";

/** What `catch` sees of something that JavaScript threw: an error of the guest, or the value itself if it is no error. */
export function errorFromHost(thrown: $host): unknown {
  const name = $js_error_name(thrown);
  if (name === undefined) return thrown;
  const error = errorNamed(name, $js_error_message(thrown));
  if (error.name !== name) error.name = name;
  error["@@caught"](thrown);
  return error;
}

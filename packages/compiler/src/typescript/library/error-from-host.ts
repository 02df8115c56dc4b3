import { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } from "./error.ts";

/** What `catch` sees of something that JavaScript threw: an error of the guest, or the value itself if it is no error. */
export function errorFromHost(thrown: $host): unknown {
  const name = $js_error_name(thrown);
  if (name === undefined) return thrown;
  const error = create(name, $js_error_message(thrown));
  error["@@caught"](thrown);
  return error;
}

function create(name: string, message: string): Error {
  if (name === "TypeError") return new TypeError(message);
  if (name === "RangeError") return new RangeError(message);
  if (name === "SyntaxError") return new SyntaxError(message);
  if (name === "ReferenceError") return new ReferenceError(message);
  if (name === "EvalError") return new EvalError(message);
  if (name === "URIError") return new URIError(message);
  const error = new Error(message);
  error.name = name;
  return error;
}

import { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } from "./error.ts";

/** An error of JavaScript's own class with this name, or else an `Error`. */
export function errorNamed(name: string, message: string): Error {
  if (name === "TypeError") return new TypeError(message);
  if (name === "RangeError") return new RangeError(message);
  if (name === "SyntaxError") return new SyntaxError(message);
  if (name === "ReferenceError") return new ReferenceError(message);
  if (name === "EvalError") return new EvalError(message);
  if (name === "URIError") return new URIError(message);
  return new Error(message);
}

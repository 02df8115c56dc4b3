/** The built-in classes of errors, by name. */
export const errorClasses: Readonly<Record<string, new (...values: never[]) => Error>> = {
  AggregateError,
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};

/** What a built-in class of errors is constructed with, so that the error says nothing yet. */
export function emptyArguments(errorClass: unknown): unknown[] {
  return errorClass === AggregateError ? [[]] : [];
}

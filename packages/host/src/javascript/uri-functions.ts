import { text } from "./checks.ts";
import type { JavascriptFunctions } from "./javascript-function.ts";

const { decodeURI, decodeURIComponent, encodeURI, encodeURIComponent } = globalThis;

/** Percent encoding; what JavaScript throws a URIError for is null. */
export function createUriFunctions(): JavascriptFunctions {
  return {
    encodeURI: attempt("encodeURI", encodeURI),
    encodeURIComponent: attempt("encodeURIComponent", encodeURIComponent),
    decodeURI: attempt("decodeURI", decodeURI),
    decodeURIComponent: attempt("decodeURIComponent", decodeURIComponent),
  };
}

function attempt(name: string, convert: (value: string) => string): (value: unknown) => string | null {
  return (value) => {
    const source = text(name, value);
    try {
      return convert(source);
    } catch {
      return null;
    }
  };
}

import { createJavascriptFunctions } from "@rune/host";
import { javascriptFunctions, type JavascriptFunction } from "@rune/schema";

type AnyFunction = (...values: unknown[]) => unknown;

/** Rejections that the library has reported, as `name: message`. */
export const reportedRejections: string[] = [];

const functions = createJavascriptFunctions({}, ({ name, message }) => {
  reportedRejections.push(`${name}: ${message}`);
}) as unknown as Record<string, AnyFunction>;

/** The functions of module `rune:js` as the host implements them, called as compiled code calls them. */
export const opaqueIntrinsics: Readonly<Record<string, AnyFunction>> = Object.fromEntries(
  Object.entries(javascriptFunctions).map(([name, row]) => [`$js_${name}`, raise(functions[name]!, row)]),
);

function raise(implementation: AnyFunction, { parameters, result }: JavascriptFunction): AnyFunction {
  return (...values) => {
    const lowered = parameters.flatMap((type, i) => {
      const value = values[i];
      if (type !== "callback") return [value === undefined && type.endsWith("?") ? null : value];
      return [(environment: unknown, given: unknown) => (environment as (given: unknown) => void)(given), value];
    });
    const given = implementation(...lowered);
    return given === null && result?.endsWith("?") ? undefined : given;
  };
}

/** Stands for a JavaScript value that the guest cannot look into. */
export class HostValue {
  readonly opaque: boolean = true;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof HostValue);
}

const tests: Record<string, (value: unknown) => boolean> = {
  Undefined: (value) => value === undefined,
  Null: (value) => value === null,
  Boolean: (value) => typeof value === "boolean",
  Number: (value) => typeof value === "number",
  String: (value) => typeof value === "string",
  Bigint: (value) => typeof value === "bigint",
  Symbol: (value) => typeof value === "symbol",
  Function: (value) => typeof value === "function",
  Array: (value) => Array.isArray(value),
  Object: isObject,
  Host: (value) => value instanceof HostValue,
  Defined: (value) => value !== undefined,
};

/** Tests of a value's kind, and the value as that kind: an error if it is none. */
export const kindIntrinsics: Record<string, (value: unknown) => unknown> = Object.fromEntries(
  Object.entries(tests).flatMap(([kind, test]) => [
    [`$is${kind}`, test],
    [
      `$as${kind}`,
      (value: unknown) => {
        if (!test(value)) throw new Error(`${String(value)} is taken as ${kind}`);
        return value;
      },
    ],
  ]),
);

/*
 * What goes wrong in JavaScript's own functions. Guests catch these as they would in JavaScript, so they are of its error classes, and where
 * an engine has the same limit, the text is the engine's. `code` is for those who embed a guest.
 */

interface Coded {
  code: string;
}

export function argumentInvalid(name: string, expected: string, value: unknown): TypeError & Coded {
  const given = value === null ? "null" : typeof value;
  return Object.assign(new TypeError(`\`${name}\` of \`rune:js\` takes ${expected}, not ${given}.`), {
    code: "javascript_argument_type",
  });
}

export function textTooLong(): RangeError & Coded {
  return Object.assign(new RangeError("Invalid string length"), { code: "javascript_text_too_long" });
}

export function bigintTooLarge(): RangeError & Coded {
  return Object.assign(new RangeError("Maximum BigInt size exceeded"), { code: "javascript_bigint_too_large" });
}

export function patternTooLong(length: number, limit: number): RangeError & Coded {
  return Object.assign(
    new RangeError(`Invalid regular expression: ${length} characters are too many; at most ${limit} are taken`),
    { code: "javascript_pattern_too_long" },
  );
}

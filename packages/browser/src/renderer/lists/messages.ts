/** Errors of lists; their texts load with what checks packages. */
import { RuneError } from "@rune/schema";

export function listInvalid(item: string, value: unknown): RuneError {
  const found = typeof value === "number" ? `the number ${value}` : `a value of type ${typeof value}`;
  return new RuneError(
    "list_invalid",
    `\`${item} in …\` cannot repeat over ${found}: it takes an array, a Map, a Set, or a number up to a million. No rows show.`,
    { data: { item } },
  );
}

export function listDuplicateKey(item: string): RuneError {
  return new RuneError(
    "list_duplicate_key",
    `Rows of \`${item} in …\` have the same data-key; the last one shows. Give each row a key of its own.`,
    { data: { item } },
  );
}

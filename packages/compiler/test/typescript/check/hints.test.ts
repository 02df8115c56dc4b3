import { expect, test } from "vitest";
import { findHint } from "../../../src/typescript/check/hints.ts";

test.each([
  ["Cannot find name 'SubmitEvent'. Did you mean 'event'?", "$event.target.value"],
  ["Cannot find name 'KeyboardEvent'", "event: { key: string }"],
  ["Cannot find name 'File'", "`RuneFile[]`"],
  ["Cannot find name 'Blob'", "`rune.send_to_host`"],
  ["Cannot find name 'HTMLInputElement'", "reaches nothing of the page"],
  ["Parameter 'event' implicitly has an 'any' type.", "`event: { id: string }`"],
  ["Binding element 'id' implicitly has an 'any' type.", "`{ id }: { id: string }`"],
])("says what to write instead: %s", (text, hint) => {
  expect(findHint(text)).toContain(hint);
});

test("says nothing where TypeScript says enough", () => {
  expect(findHint("Cannot find name 'recipie'. Did you mean 'recipe'?")).toBeUndefined();
});

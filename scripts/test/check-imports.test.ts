import { expect, it } from "vitest";
import { checkImports } from "../check-imports.mjs";

it("every import obeys the architecture's rule and is a declared dependency", () => {
  expect(checkImports()).toEqual([]);
});

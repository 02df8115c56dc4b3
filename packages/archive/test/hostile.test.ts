import { isRuneError } from "@rune/schema";
import { expect, it, test } from "vitest";
import { loadHostileCases, readHostilePackage } from "./hostile-case.ts";

const cases = loadHostileCases();

it("knows many cases", () => {
  expect(cases.length).toBeGreaterThan(200);
});

it("takes the package that the cases change", async () => {
  for (const read of ["view", "data"] as const) {
    const intact = await readHostilePackage({ name: "intact", why: "", code: "", read });
    expect(intact).toBeTypeOf("object");
  }
});

test.each(cases)("$name is refused: $why", async (hostile) => {
  const error: unknown = await readHostilePackage(hostile).then(
    () => "it was read",
    (thrown: unknown) => thrown,
  );
  if (!isRuneError(error)) throw new Error(`not a RuneError: ${String(error)}`, { cause: error });
  expect(`${error.code}: ${error.message}`).toMatch(new RegExp(`^${hostile.code}: `));
  expect(error.message).toContain(hostile.mentions ?? "");
  expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(error.message.length).toBeLessThan(800);
});

import { describe, expect, it } from "vitest";
import { compileModule } from "../../src/index.ts";
import { createEntry } from "../compile-wat.ts";
import { assembleMetered } from "../fuel/metered-module.ts";

const entry = createEntry({}, { abi: "gc" });
const described = { types: [], classes: [], exports: [], any: {} };

/** A module of one function, with a text of at most 100 bytes as its interface. */
function describeAs(text: string): Uint8Array<ArrayBuffer> {
  const name = "rune:interface";
  const section = new TextEncoder().encode(
    `${String.fromCodePoint(0, 1 + name.length + text.length, name.length)}${name}${text}`,
  );
  return Uint8Array.of(...assembleMetered('(func (export "run"))'), ...section);
}

describe("the interface of a module that is not trusted", () => {
  it("fits its schema", async () => {
    const module = await compileModule(describeAs(JSON.stringify(described)), entry);
    expect(module).toBeInstanceOf(WebAssembly.Module);
  });

  it.each([
    ["is no JSON", "{", "JSON"],
    ["is no object", "null", "must be object"],
    ["lacks what it must have", JSON.stringify({ ...described, types: undefined }), "lacks `types`"],
    ["has types that there are not", JSON.stringify({ ...described, types: [{ type: "pointer" }] }), "/types/0"],
  ])("is refused where it %s", async (_, text, problem) => {
    await expect(compileModule(describeAs(text), entry)).rejects.toMatchObject({
      code: "module_interface_invalid",
      message: expect.stringContaining(problem) as string,
    });
  });
});

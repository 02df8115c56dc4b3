import { describe, expect, test } from "vitest";
import { resolveOptions } from "../src/index.ts";

describe("options", () => {
  test("defaults", () => {
    expect(resolveOptions()).toEqual({
      release: undefined,
      memoryPages: 256,
      dts: undefined,
      inlineLimit: undefined,
      target: undefined,
      cache: true,
    });
  });
  test.each([
    [null, "unplugin-rune-wasm: options are an object, such as `runeWasm({ release: true })`"],
    [5, "unplugin-rune-wasm: options are an object"],
    [{ relaese: true }, "unknown option `relaese`; did you mean `release`?"],
    [{ target: "node" }, 'option `target` must be "workerd", if it is given'],
    [{ memory: 1 }, "unknown option `memory`; the options are release, memoryPages, dts, inlineLimit"],
    [{ dts: "types.ts" }, "option `dts` must be the path of a .d.ts file, or false"],
    [{ release: "yes" }, "option `release` must be true or false"],
    [{ inlineLimit: "4 KB" }, "option `inlineLimit` must be a number of bytes, 0 or more"],
    [{ memoryPages: 0 }, "option `memoryPages` must be a whole number from 1 to 65536"],
  ])("%j is refused", (options, message) => {
    expect(() => resolveOptions(options as never)).toThrow(message);
  });
});

import { describe, expect, it } from "vitest";
import { createReferenceImports } from "../../src/abi/reference/index.ts";
import { compileWat } from "../compile-wat.ts";
import { startHostile } from "./start-hostile.ts";

const inherited = [
  "constructor",
  "toString",
  "valueOf",
  "__defineGetter__",
  "__lookupGetter__",
  "__proto__",
  "hasOwnProperty",
];

describe("what every object has is no import", () => {
  it.each(inherited)("of none of the modules: %s", (name) => {
    for (const from of ["rune:js", "rune:host", "rune:border", "wasm:js-string"]) {
      const module = compileWat(`(module (import "${from}" "${name}" (func (param externref) (result externref))))`);
      const imports = createReferenceImports(module, { javascript: {} }) as WebAssembly.Imports;
      expect(() => new WebAssembly.Instance(module, imports)).toThrow(WebAssembly.LinkError);
    }
  });

  it.each(inherited)("whether or not a module has fuel: %s", async (name) => {
    for (const from of ["rune:js", "rune:host", "rune:border"]) {
      const wat = `(import "${from}" "${name}" (func $f (param externref) (result externref)))
        (func (export "run") (drop (call $f (ref.null extern))))`;
      await expect(startHostile(wat)).rejects.toMatchObject({ code: expect.stringMatching(/^module_/) as string });
    }
  });
});

describe("an import that is called through a reference, so that nobody pays for it", () => {
  it.each([
    ["in code", `(elem declare func $f) (func (export "run") (loop $l (drop (call_ref $t (ref.func $f))) (br $l)))`],
    [
      "in a constant",
      `(global $g (ref $t) (ref.func $f)) (func (export "run") (loop $l (drop (call_ref $t (global.get $g))) (br $l)))`,
    ],
  ])("is refused: %s", async (_where, code) => {
    const wat = `(type $t (func (result f64))) (import "rune:host" "get_random" (func $f (type $t))) ${code}`;
    await expect(startHostile(wat, { imports: ["get_random"] })).rejects.toMatchObject({ code: "module_fuel_missing" });
  });
});

describe("what a guest throws", () => {
  it.each([
    ["an object of its own", `(throw $e (extern.convert_any (struct.new $o)))`],
    ["nothing", `(throw $e (ref.null extern))`],
    ["a small number", `(throw $e (extern.convert_any (ref.i31 (i32.const 7))))`],
    ["a kind of its own", `(throw $own (i32.const 7))`],
  ])("becomes an error of ours, whatever it is: %s", async (_what, code) => {
    const wat = `(type $o (struct)) (import "rune:js" "exception" (tag $e (param externref))) (tag $own (param i32))
      (func (export "run") ${code})`;
    const instance = await startHostile(wat);
    expect(() => instance.call("run")).toThrow(expect.objectContaining({ code: "guest_threw" }));
    expect(instance.state).toBe("running");
  });
});

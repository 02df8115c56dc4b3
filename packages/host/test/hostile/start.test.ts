import { describe, expect, it } from "vitest";
import { startHostile } from "./start-hostile.ts";

const bigints = `
  (import "rune:js" "bigint_fromNumber" (func $big (param f64) (result externref)))
  (import "rune:js" "bigint_shiftLeft" (func $shift (param externref externref) (result externref)))
  (import "rune:js" "bigint_multiply" (func $multiply (param externref externref) (result externref)))
  (func $large (result externref) (call $shift (call $big (f64.const 7)) (call $big (f64.const 400000))))`;

it("stops a module whose start takes too long, whatever its fuel", async () => {
  const fuel = { budget: 2 ** 31 - 1, milliseconds: 20 };
  const wat = `(func $s (loop $l (br $l))) (func (export "run")) (start $s)`;
  await expect(startHostile(wat, { rest: { fuel } })).rejects.toMatchObject({
    code: "guest_out_of_fuel",
    message: expect.stringMatching(/\(start\).* took longer for a turn/s) as string,
  });
});

describe("a module that does its harm while it starts", () => {
  it.each<[name: string, code: string, wat: string]>([
    ["traps", "guest_trapped", `(func $s (unreachable))`],
    ["loops", "guest_out_of_fuel", `(func $s (loop $l (br $l)))`],
    ["recurses", "guest_out_of_fuel", `(func $s (if (i32.const 1) (then (return_call $s))))`],
    [
      "allocates",
      "guest_out_of_fuel",
      `(type $a (array (mut f64))) (func $s (loop $l (drop (array.new_default $a (i32.const 60000))) (br $l)))`,
    ],
    [
      "throws what is no error",
      "guest_threw",
      `(type $o (struct)) (import "rune:js" "exception" (tag $e (param externref)))
       (func $s (throw $e (extern.convert_any (struct.new $o))))`,
    ],
    ["throws a kind of its own", "guest_threw", `(tag $e (param i32)) (func $s (throw $e (i32.const 1)))`],
    [
      "has the host compute",
      "guest_out_of_fuel",
      `${bigints} (func $s (local $a externref) (local.set $a (call $large))
        (loop $l (drop (call $multiply (local.get $a) (local.get $a))) (br $l)))`,
    ],
    [
      "has the host compute and catches what stops it",
      "guest_out_of_fuel",
      `${bigints} (func $s (local $a externref) (local $i i32) (local.set $a (call $large))
        (loop $l
          (block $c (try_table (catch_all $c) (drop (call $multiply (local.get $a) (local.get $a)))))
          (br_if $l (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 500)))))`,
    ],
  ])("does not start: %s", async (_name, code, wat) => {
    await expect(startHostile(`${wat} (func (export "run")) (start $s)`)).rejects.toMatchObject({
      code,
      message: expect.stringContaining("(start)") as string,
    });
  });
});

import { expect } from "vitest";
import { insertFuel } from "../../../compiler/src/wasm/index.ts";
import { FuelMeter } from "../../src/fuel/fuel-meter.ts";
import { createJavascriptFunctions } from "../../src/index.ts";
import { assembleWat } from "../compile-wat.ts";

/** Every way in which a module can take time or memory, each without an end of its own. */
export const endless = `
  (type $list (sub (struct (field $value f64) (field $next (mut (ref null $list))))))
  (type $bytes (array (mut i8)))
  (type $numbers (array (mut f64)))
  (type $work (func (param i32) (result i32)))
  (import "'" "x" (global $x (ref extern)))
  (import "wasm:js-string" "concat" (func $concat (param externref externref) (result (ref extern))))
  (import "wasm:js-string" "equals" (func $equals (param externref externref) (result i32)))
  (import "wasm:js-string" "compare" (func $compare (param externref externref) (result i32)))
  (import "rune:js" "string_indexOf" (func $indexOf (param externref externref i32) (result i32)))
  (import "rune:js" "string_toUpperCase" (func $upper (param externref) (result externref)))
  (import "rune:js" "math_sin" (func $sin (param f64) (result f64)))
  (tag $thrown (param i32))
  (global $kept (mut (ref null $list)) (ref.null $list))
  (global $table (ref $numbers) (array.new_fixed $numbers 2 (f64.const 1) (f64.const 2)))
  (elem declare func $spin)
  (func (export "loop") (loop $again (br $again)))
  (func (export "nested") (param $n i32)
    (loop $outer (local.set $n (i32.const 7))
      (loop $inner (br_if $inner (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (br $outer)))
  (func $recurse (export "recurse") (param i32) (result i32)
    (if (result i32) (i32.gt_s (local.get 0) (i32.const 1000)) (then (i32.const 0))
      (else (drop (call $recurse (i32.add (local.get 0) (i32.const 1)))) (call $recurse (i32.add (local.get 0) (i32.const 1))))))
  (func $tail (export "tail") (return_call $tail))
  (func $spin (type $work) (return_call_ref $work (local.get 0) (ref.func $spin)))
  (func (export "reference") (result i32) (call_ref $work (i32.const 1) (ref.func $spin)))
  (func (export "objects")
    (loop $again (global.set $kept (struct.new $list (f64.const 1) (global.get $kept))) (br $again)))
  (func (export "conditional") (param $n i32)
    (loop $again
      (if (i32.and (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 1))
        (then (global.set $kept (struct.new $list (f64.const 1) (ref.null $list)))))
      (br $again)))
  (func (export "arrays") (param $n i32)
    (local.set $n (i32.const 1))
    (loop $again (drop (array.new_default $numbers (local.tee $n (i32.mul (local.get $n) (i32.const 2))))) (br $again)))
  (func (export "huge") (drop (array.new $bytes (i32.const 1) (i32.const -1))))
  (func (export "copies") (local $a (ref $bytes))
    (local.set $a (array.new_default $bytes (i32.const 60000)))
    (loop $again
      (array.copy $bytes $bytes (local.get $a) (i32.const 1) (local.get $a) (i32.const 0) (i32.sub (array.len (local.get $a)) (i32.const 1)))
      (array.fill $bytes (local.get $a) (i32.const 0) (i32.const 1) (array.len (local.get $a)))
      (br $again)))
  (func (export "throws")
    (loop $again (drop (block $caught (result i32) (try_table (catch $thrown $caught) (throw $thrown (i32.const 1))) (i32.const 0))) (br $again)))
  (func (export "catches")
    (loop $again (block $caught (try_table (catch_all $caught) (loop $inner (br $inner)))) (br $again)))
  (func (export "doubles") (local $s externref)
    (local.set $s (global.get $x))
    (loop $again (local.set $s (call $concat (local.get $s) (local.get $s))) (br $again)))
  (func (export "appends") (local $s externref)
    (local.set $s (global.get $x))
    (loop $again (local.set $s (call $concat (local.get $s) (global.get $x))) (br $again)))
  (func (export "reads") (param $s externref) (result i32)
    (loop $again (result i32)
      (drop (call $equals (local.get $s) (local.get $s))) (drop (call $compare (local.get $s) (local.get $s)))
      (drop (call $indexOf (local.get $s) (local.get $s) (i32.const 0))) (drop (call $upper (local.get $s)))
      (drop (call $sin (f64.const 1))) (br $again)))
  (func $start (drop (array.len (global.get $table))))
  (start $start)`;

/** The binary of WebAssembly text, with fuel. */
export function assembleMetered(wat: string): Uint8Array<ArrayBuffer> {
  const { bytes } = insertFuel({ bytes: assembleWat(`(module ${wat})`), positions: [] });
  return new Uint8Array(bytes);
}

/** Exports of a module that has fuel. */
export interface MeteredExports {
  "rune:fuel": WebAssembly.Global;
  [name: string]: unknown;
}

/** Runs a module. */
export function instantiate(bytes: Uint8Array<ArrayBuffer>): MeteredExports {
  const options = { builtins: ["js-string"], importedStringConstants: "'" };
  const module = new (WebAssembly.Module as new (bytes: BufferSource, options: object) => WebAssembly.Module)(
    bytes,
    options,
  );
  return new WebAssembly.Instance(module, { "rune:js": createJavascriptFunctions(), ...createFuelImports() })
    .exports as never;
}

/** What a module asks for more fuel, with a little for its start. */
export function createFuelImports(budget = 1_000_000): WebAssembly.Imports {
  const meter = new FuelMeter({ budget, afterTurn: () => {} });
  return { "rune:fuel": { refuel: (owed: number, left: number) => meter.refuel(owed, left) } };
}

/** Runs everything that a module exports, if it can be instantiated, with little fuel; it has to come back. */
export function runAll(instantiateModule: () => MeteredExports): void {
  let exports: MeteredExports;
  try {
    exports = instantiateModule();
  } catch {
    return;
  }
  for (const exported of Object.values(exports)) {
    if (typeof exported !== "function") continue;
    exports["rune:fuel"].value = 100_000;
    try {
      exported(1);
    } catch {
      // Whatever it throws, it has stopped.
    }
    expect(exports["rune:fuel"].value).toBeLessThanOrEqual(1_000_000);
  }
}

import type { ModuleExport, ValueType } from "@rune/schema";
import { assembleModule, type TestModule } from "./test-module.ts";

/**
 * A controller that does what its caller says: `dispatch` forwards a mutation, `log` writes a line, `timer` starts one,
 * `start`, `stop` and `on_timer` say that they ran, `boom` traps. So a test drives a real instance without a compiler.
 */
const source = `
(module
  (import "rune" "core_dispatch_mutation" (func $dispatch (param i32 i32)))
  (import "rune" "log_info" (func $log (param i32 i32)))
  (import "rune" "set_timeout" (func $timer (param i32 i32 f64)))
  (import "rune" "set_local_state" (func $set (param i32 i32 i32 i32)))
  (memory (export "memory") 64 256)
  (data (i32.const 0) "stopstartdone")
  (global $top (mut i32) (i32.const 1024))
  (global $ticks (mut i32) (i32.const 0))
  (func (export "rune_alloc") (param $length i32) (result i32)
    (local $pointer i32)
    (local.set $pointer (global.get $top))
    (global.set $top (i32.add (global.get $top) (local.get $length)))
    (local.get $pointer))
  (func (export "rune_free") (param $pointer i32) (param $length i32)
    (if (i32.lt_u (local.get $pointer) (global.get $top)) (then (global.set $top (local.get $pointer)))))
  (func (export "dispatch") (param $p i32) (param $l i32) (call $dispatch (local.get $p) (local.get $l)))
  (func (export "dispatch_and_trap") (param $p i32) (param $l i32)
    (call $dispatch (local.get $p) (local.get $l)) unreachable)
  (func (export "log") (param $p i32) (param $l i32) (call $log (local.get $p) (local.get $l)))
  (func (export "start") (param $p i32) (param $l i32) (call $log (local.get $p) (local.get $l)))
  (func (export "stop") (call $log (i32.const 0) (i32.const 4)))
  (func (export "on_timer") (param $p i32) (param $l i32) (call $log (local.get $p) (local.get $l)))
  (func (export "timer") (param $p i32) (param $l i32) (call $timer (local.get $p) (local.get $l) (f64.const 1)))
  (func (export "store") (param $p i32) (param $l i32)
    (call $set (local.get $p) (local.get $l) (local.get $p) (local.get $l)))
  (func (export "double") (param $n f64) (result f64) (f64.mul (local.get $n) (f64.const 2)))
  (func (export "boom") unreachable))
`;

const parameters: Readonly<Record<string, readonly ValueType[]>> = {
  dispatch: ["string"],
  dispatch_and_trap: ["string"],
  log: ["string"],
  start: ["json"],
  stop: [],
  on_timer: ["string"],
  timer: ["string"],
  store: ["string"],
  double: ["f64"],
  boom: [],
};

/** The module that pages have unless they name another. */
export const echoModule: TestModule = assembleModule(source, {
  file: "logic/echo.wasm",
  exports: Object.entries(parameters).map(([name, types]): ModuleExport => ({
    name,
    parameters: types.map((type, i) => ({ name: `p${i}`, type })),
    ...(name === "double" && { result: "f64", pure: true }),
  })),
  imports: ["core_dispatch_mutation", "log_info", "set_timeout", "set_local_state"],
  capabilities: ["ui", "navigation", "log", "timers", "state"],
});

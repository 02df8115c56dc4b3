import runeWasm from "unplugin-rune-wasm/vite";
import { testServerAccess } from "../../../fixtures/harness/server-access-contract.ts";

testServerAccess({
  plugin: runeWasm,
  file: "math.as.ts",
  query: "wasm",
  open: `export function open(): i32 { return 1; }`,
  secret: `export function topsecret(): i32 { return 1; }`,
});

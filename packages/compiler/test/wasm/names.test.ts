import { expect, it } from "vitest";
import {
  createLocal,
  createModule,
  encodeModule,
  field,
  functionType,
  localGet,
  op,
  refNull,
  structType,
} from "../../src/wasm/index.ts";

it("writes names that UTF-8 cannot express as well as it can", () => {
  const module = createModule();
  const made = createLocal("made\uDC00", refNull(structType("Made\uD800", [field("\uDC00", "f64")])));
  const body = [op("drop", localGet(made))];
  module.functions.push({
    name: "f\uD800",
    type: functionType([made.type], []),
    params: [made],
    body,
    exportNames: ["f"],
  });
  const { bytes } = encodeModule(module, { names: true });
  const text = new TextDecoder().decode(bytes);
  for (const name of ["f\uFFFD", "made\uFFFD", "Made\uFFFD", "\u0001\u0000\u0003\uFFFD"]) expect(text).toContain(name);
});

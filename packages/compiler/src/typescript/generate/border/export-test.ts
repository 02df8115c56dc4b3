import type { Instruction } from "../../../wasm/index.ts";
import { anyref, createLocal, functionType, i32, ifElse, localGet, ref, refTest, ret } from "../../../wasm/index.ts";
import type { AbstractObject } from "../../infer/index.ts";
import type { ProgramGenerator } from "../program-generator.ts";

/** Exports a function that says which group any value's object belongs to: -1 for a JavaScript value, -2 for a boxed number. */
export function exportTest(program: ProgramGenerator, groups: readonly AbstractObject[][], name: string): void {
  const { layouts, runtime } = program;
  const value = createLocal("value", anyref);
  const tests = groups.flatMap((objects, index) =>
    objects.map((object) => ({ struct: layouts.struct(object), index })),
  );
  const depth = (at: (typeof tests)[number]["struct"] | undefined): number => (at ? 1 + depth(at.supertype) : 0);
  tests.sort((first, second) => depth(second.struct) - depth(first.struct));
  const body: Instruction[] = tests.map(({ struct, index }) =>
    ifElse(refTest(ref(struct), localGet(value)), [ret(i32(index))]),
  );
  body.push(ifElse(refTest(ref(runtime.number), localGet(value)), [ret(i32(-2))]), i32(-1));
  program.module.functions.push({
    name: "border test",
    type: functionType([anyref], ["i32"]),
    params: [value],
    body,
    exportNames: [name],
  });
}

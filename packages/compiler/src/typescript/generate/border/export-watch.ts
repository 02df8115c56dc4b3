import type { Instruction } from "../../../wasm/index.ts";
import {
  anyref,
  createLocal,
  externref,
  functionType,
  ifElse,
  localGet,
  ref,
  refCast,
  refTest,
  ret,
  structSet,
} from "../../../wasm/index.ts";
import type { AbstractObject } from "../../infer/index.ts";
import type { ProgramGenerator } from "../program-generator.ts";
import type { WatchPlace } from "../watch.ts";

/** Exports a function that puts what the host watches an object by into the object. */
export function exportWatch(program: ProgramGenerator, objects: readonly AbstractObject[], name: string): void {
  const object = createLocal("object", anyref);
  const watch = createLocal("watch", externref);
  const places = new Map<WatchPlace["struct"], WatchPlace>();
  for (const each of objects) {
    const place = program.layouts.watch(each);
    if (place) places.set(place.struct, place);
  }
  const set = ({ struct, index }: WatchPlace): Instruction =>
    structSet(struct, index, refCast(ref(struct), localGet(object)), localGet(watch));
  const all = [...places.values()];
  const body = all.map((place, index) =>
    index === all.length - 1 ? set(place) : ifElse(refTest(ref(place.struct), localGet(object)), [set(place), ret()]),
  );
  program.module.functions.push({
    name: "border watch",
    type: functionType([anyref, externref], []),
    params: [object, watch],
    body,
    exportNames: [name],
  });
}

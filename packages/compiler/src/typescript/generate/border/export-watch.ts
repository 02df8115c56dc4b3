import type { Instruction } from "../../../wasm/index.ts";
import {
  anyref,
  createLocal,
  externref,
  functionType,
  ifElse,
  localGet,
  localSet,
  ref,
  refCast,
  refTest,
  ret,
  structGet,
  structSet,
} from "../../../wasm/index.ts";
import type { AbstractObject } from "../../infer/index.ts";
import type { ProgramGenerator } from "../program-generator.ts";
import type { WatchPlace } from "../marks/mark.ts";

/** Exports a function that puts what the host watches an object by into the object, and gives what was there. */
export function exportWatch(program: ProgramGenerator, objects: readonly AbstractObject[], name: string): void {
  const object = createLocal("object", anyref);
  const watch = createLocal("watch", externref);
  const places = new Map<WatchPlace["struct"], WatchPlace>();
  for (const each of objects) {
    const place = program.layouts.watch(each);
    if (place) places.set(place.struct, place);
  }
  const before = createLocal("before", externref);
  const set = ({ struct, index }: WatchPlace): Instruction[] => {
    const place = refCast(ref(struct), localGet(object));
    return [
      localSet(before, structGet(struct, index, place)),
      structSet(struct, index, place, localGet(watch)),
      ret(localGet(before)),
    ];
  };
  const all = [...places.values()];
  const body = all.flatMap((place, index) =>
    index === all.length - 1 ? set(place) : ifElse(refTest(ref(place.struct), localGet(object)), set(place)),
  );
  program.module.functions.push({
    name: "border watch",
    type: functionType([anyref, externref], [externref]),
    params: [object, watch],

    body: all.length > 0 ? body : [localGet(before)],
    exportNames: [name],
  });
}

import {
  callRef,
  createLocal,
  createModule,
  drop,
  functionType,
  globalGet,
  globalSet,
  i32,
  ifElse,
  localGet,
  op,
  refFunc,
  refNull,
  ret,
  returnCall,
  returnCallRef,
  structGet,
  structNewDefault,
} from "../../../src/wasm/index.ts";
import type { WasmFunction, WasmModule } from "../../../src/wasm/index.ts";
import { createArithmetic } from "./arithmetic.ts";
import {
  add,
  binary,
  count,
  failure,
  hostError,
  log,
  node,
  onNode,
  pointer,
  scale,
  text,
  zero,
} from "./definitions.ts";
import { createMain } from "./main-function.ts";

/** A module with every instruction, every kind of type, import, export and constant. */
export function createEverything(): WasmModule {
  const module = createModule("everything");
  const main = createMain();
  module.imports.functions.push(log);
  module.imports.globals.push(scale);
  module.imports.tags.push(hostError);
  module.globals.push(count, zero, pointer);
  module.tags.push(failure);
  module.data.push(text);
  module.functions.push(add, main, ...createCallers(), createArithmetic());
  const start: WasmFunction = {
    name: "start",
    type: functionType([]),
    params: [],
    body: [globalSet(count, op("i32.add", globalGet(count), i32(1)))],
  };
  module.functions.push(start);
  module.start = start;
  return module;
}

function createCallers(): WasmFunction[] {
  const a = createLocal("a", "f64");
  const b = createLocal("b", "f64");
  const item = createLocal("item", refNull(node));
  const depth: WasmFunction = { name: "depth", type: onNode, params: [item], body: [] };
  depth.body.push(
    ifElse(op("ref.is_null", localGet(item)), [ret(i32(0))]),
    returnCall(depth, structGet(node, 0, localGet(item))),
  );
  return [
    depth,
    {
      name: "tail",
      type: functionType(["f64", "f64"], ["f64"]),
      params: [a, b],
      exportNames: ["tail"],
      body: [
        drop(callRef(onNode, [structNewDefault(node)], refFunc(depth))),
        returnCallRef(
          binary,
          [localGet(a), callRef(binary, [localGet(a), localGet(b)], globalGet(pointer))],
          refFunc(add),
        ),
      ],
    },
  ];
}

import type { Instruction, StructType, WasmFunction, WasmModule } from "../../wasm/index.ts";
import {
  call,
  createLocal,
  externref,
  functionType,
  ifElse,
  localGet,
  nullValue,
  op,
  refNull,
  structGet,
  structSet,
} from "../../wasm/index.ts";
import type { ImportTable } from "./imports.ts";

/** The field in which an object holds what the host watches it by. */
export interface WatchPlace {
  struct: StructType;
  index: number;
}

/** Tells the host of changes to objects that it watches. */
export class WatchFunctions {
  #module: WasmModule;
  #imports: ImportTable;
  #functions = new Map<StructType, WasmFunction>();

  constructor(module: WasmModule, imports: ImportTable) {
    this.#module = module;
    this.#imports = imports;
  }

  /** What goes with each change of an object. That nobody watches it is the common case, and stands where the change is. */
  changed({ struct, index }: WatchPlace, object: () => Instruction): Instruction {
    const isWatched = op("i32.eqz", op("ref.is_null", structGet(struct, index, object())));
    return ifElse(isWatched, [call(this.#tell(struct, index), object())]);
  }

  /** Hands what the object is watched by to the host; it is not watched any more. */
  #tell(struct: StructType, index: number): WasmFunction {
    let made = this.#functions.get(struct);
    if (!made) {
      const type = refNull(struct);
      const self = createLocal("object", type);
      made = {
        name: `${struct.name} changed`,
        type: functionType([type], []),
        params: [self],
        body: [
          call(
            this.#imports.border("changed", functionType([externref], [])),
            structGet(struct, index, localGet(self)),
          ),
          structSet(struct, index, localGet(self), nullValue("noextern")),
        ],
      };
      this.#functions.set(struct, made);
      this.#module.functions.push(made);
    }
    return made;
  }
}

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
import { CodeFactFinder } from "./marks/code-facts.ts";
import type { MarkTools } from "./marks/drop-repeated.ts";
import { dropRepeatedMarks } from "./marks/drop-repeated.ts";
import type { Mark, WatchPlace } from "./marks/mark.ts";
import { readRoot, rootOf } from "./marks/mark.ts";
import { raiseMarks } from "./marks/raise.ts";

/** Tells the host of changes to objects that it watches. */
export class WatchFunctions {
  #module: WasmModule;
  #imports: ImportTable;
  #functions = new Map<StructType, WasmFunction>();
  #marks = new Map<Instruction, Mark>();

  constructor(module: WasmModule, imports: ImportTable) {
    this.#module = module;
    this.#imports = imports;
  }

  /** What goes with each change of an object. That nobody watches it is the common case, and stands where the change is. */
  changed(place: WatchPlace, object: () => Instruction): Instruction {
    const root = rootOf(object());
    return root ? this.#mark({ place, root, isGuarded: false }) : this.#test(place, object);
  }

  /** Leaves no more of all that than is needed, once the functions have their bodies. Initializers give globals their first values. */
  settle(initializers: ReadonlySet<WasmFunction>): void {
    if (this.#marks.size === 0) return;
    const facts = new CodeFactFinder(this.#module, initializers);
    for (const item of this.#module.functions) {
      const tools: MarkTools = {
        marks: this.#marks,
        facts,
        isInitializer: initializers.has(item),
        make: (mark, position) => {
          const made = this.#mark(mark);
          if (position) made.position = position;
          return made;
        },
      };
      dropRepeatedMarks(item.body, tools);
      raiseMarks(item.body, tools);
      dropRepeatedMarks(item.body, tools);
    }
  }

  #mark(mark: Mark): Instruction {
    const object = (): Instruction => readRoot(mark.root);
    const test = this.#test(mark.place, object);
    const made = mark.isGuarded ? ifElse(op("i32.eqz", op("ref.is_null", object())), [test]) : test;
    this.#marks.set(made, mark);
    return made;
  }

  #test({ struct, index }: WatchPlace, object: () => Instruction): Instruction {
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

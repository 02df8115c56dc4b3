import type { Instruction, WasmFunction, WasmModule } from "../../wasm/index.ts";
import {
  arrayCopy,
  arrayFill,
  block,
  br,
  brIf,
  call,
  createLabel,
  createLocal,
  i32,
  ifElse,
  localGet,
  localSet,
  loop,
  op,
  ref,
  refNull,
  ret,
  select,
  structSet,
} from "../../wasm/index.ts";
import { ArrayFunctionTable } from "./array-function-table.ts";
import type { ArrayIndex } from "./array-index.ts";
import { isOutside, narrowIndex } from "./array-index.ts";
import { undefinedAs } from "./coerce.ts";
import {
  ELEMENTS,
  LENGTH,
  WATCH,
  arrayWithRoom,
  capacity,
  elementAt,
  elements,
  emptyElements,
  lengthOf,
  setElementAt,
} from "./array-access.ts";
import type { ArrayLayout } from "./array-layouts.ts";
import { valueType } from "./representation.ts";
import type { WatchFunctions } from "./watch.ts";

/** Functions on growable arrays, each made when first asked for. */
export class ArrayFunctions extends ArrayFunctionTable {
  #watch: WatchFunctions;

  constructor(module: WasmModule, watch: WatchFunctions) {
    super(module);
    this.#watch = watch;
  }

  /** What goes with a change of an array, if the host may watch it. */
  changed({ struct, watched }: ArrayLayout, array: () => Instruction): Instruction[] {
    return watched ? [this.#watch.changed({ struct, index: WATCH }, array)] : [];
  }

  /** `array[index]`, `undefined` outside of the array: so are elements for which there is room. */
  get(layout: ArrayLayout, array: Instruction, { type, code }: ArrayIndex): Instruction {
    const name = type === "i32" ? "get" : "get wide";
    const make = (): WasmFunction => {
      const self = createLocal("array", refNull(layout.struct));
      const at = createLocal("index", type);
      const index = (): ArrayIndex => ({ type, code: localGet(at) });
      return this.define(
        layout,
        name,
        [self, at],
        [valueType(layout.element)],
        [
          ifElse(isOutside(index(), capacity(layout, localGet(self))), [ret(undefinedAs(layout.element))]),
          elementAt(layout, localGet(self), narrowIndex(index())),
        ],
      );
    };
    return call(this.known(layout, name, make), array, code);
  }

  /** `array[index] = value`, growing the array where that is needed. */
  set(layout: ArrayLayout, array: Instruction, { type, code }: ArrayIndex, value: Instruction): Instruction {
    const name = type === "i32" ? "set" : "set wide";
    const make = (): WasmFunction => {
      const self = createLocal("array", refNull(layout.struct));
      const at = createLocal("index", type);
      const index = (): ArrayIndex => ({ type, code: localGet(at) });
      const given = createLocal("value", valueType(layout.element));
      return this.define(
        layout,
        name,
        [self, at, given],
        [],
        [
          ...this.changed(layout, () => localGet(self)),
          ifElse(isOutside(index(), lengthOf(layout, localGet(self))), [
            ifElse(isOutside(index(), i32(2 ** 31 - 1)), [ret()]),
            this.setLength(layout, localGet(self), op("i32.add", narrowIndex(index()), i32(1))),
          ]),
          setElementAt(layout, localGet(self), narrowIndex(index()), localGet(given)),
        ],
      );
    };
    return call(this.known(layout, name, make), array, code, value);
  }

  /** Adds an element at the end. */
  push(layout: ArrayLayout, array: Instruction, value: Instruction): Instruction {
    const make = (): WasmFunction => {
      const self = createLocal("array", refNull(layout.struct));
      const given = createLocal("value", valueType(layout.element));
      const length = createLocal("length", "i32");
      return this.define(
        layout,
        "push",
        [self, given],
        [],
        [
          ...this.changed(layout, () => localGet(self)),
          localSet(length, lengthOf(layout, localGet(self))),
          ifElse(op("i32.eq", localGet(length), capacity(layout, localGet(self))), [
            this.#grow(layout, localGet(self), op("i32.add", localGet(length), i32(1))),
          ]),
          setElementAt(layout, localGet(self), localGet(length), localGet(given)),
          structSet(layout.struct, LENGTH, localGet(self), op("i32.add", localGet(length), i32(1))),
        ],
      );
    };
    return call(this.known(layout, "push", make), array, value);
  }

  /** Cuts the array, or lets it grow by `undefined`. */
  setLength(layout: ArrayLayout, array: Instruction, length: Instruction): Instruction {
    const make = (): WasmFunction => {
      const self = createLocal("array", refNull(layout.struct));
      const wanted = createLocal("length", "i32");
      const before = createLocal("before", "i32");
      const fill = (from: Instruction, count: Instruction): Instruction =>
        arrayFill(layout.data, elements(layout, localGet(self)), from, undefinedAs(layout.element), count);
      return this.define(
        layout,
        "set length",
        [self, wanted],
        [],
        [
          ...this.changed(layout, () => localGet(self)),
          localSet(before, lengthOf(layout, localGet(self))),
          ifElse(
            op("i32.gt_u", localGet(wanted), localGet(before)),
            [
              ifElse(op("i32.gt_u", localGet(wanted), capacity(layout, localGet(self))), [
                this.#grow(layout, localGet(self), localGet(wanted)),
              ]),
              fill(localGet(before), op("i32.sub", localGet(wanted), localGet(before))),
            ],
            [fill(localGet(wanted), op("i32.sub", localGet(before), localGet(wanted)))],
          ),
          structSet(layout.struct, LENGTH, localGet(self), localGet(wanted)),
        ],
      );
    };
    return call(this.known(layout, "set length", make), array, length);
  }

  /** Adds all elements of an array to another. */
  append(layout: ArrayLayout, array: Instruction, source: Instruction): Instruction {
    const make = (): WasmFunction => {
      const self = createLocal("array", refNull(layout.struct));
      const from = createLocal("source", refNull(layout.struct));
      const before = createLocal("before", "i32");
      const count = createLocal("count", "i32");
      return this.define(
        layout,
        "append",
        [self, from],
        [],
        [
          localSet(before, lengthOf(layout, localGet(self))),
          localSet(count, lengthOf(layout, localGet(from))),
          this.setLength(layout, localGet(self), op("i32.add", localGet(before), localGet(count))),
          arrayCopy(
            layout.data,
            layout.data,
            elements(layout, localGet(self)),
            localGet(before),
            elements(layout, localGet(from)),
            i32(0),
            localGet(count),
          ),
        ],
      );
    };
    return call(this.known(layout, "append", make), array, source);
  }

  /** A new array of what another holds from an index on, each element converted. */
  convertFrom(
    layout: ArrayLayout,
    from: ArrayLayout,
    array: Instruction,
    start: Instruction,
    convert: (element: Instruction) => Instruction,
  ): Instruction {
    const name = `from ${from.struct.name}`;
    const make = (): WasmFunction => {
      const source = createLocal("source", refNull(from.struct));
      const index = createLocal("index", "i32");
      const result = createLocal("result", refNull(layout.struct));
      const leave = createLabel("done");
      const top = createLabel("loop");
      return this.define(
        layout,
        name,
        [source, index],
        [refNull(layout.struct)],
        [
          localSet(result, arrayWithRoom(layout, i32(0))),
          block(leave, undefined, [
            loop(top, undefined, [
              brIf(leave, op("i32.ge_s", localGet(index), lengthOf(from, localGet(source)))),
              this.push(layout, localGet(result), convert(elementAt(from, localGet(source), localGet(index)))),
              localSet(index, op("i32.add", localGet(index), i32(1))),
              br(top),
            ]),
          ]),
          localGet(result),
        ],
      );
    };
    return call(this.known(layout, name, make), array, start);
  }

  /** Copies elements between arrays that hold them differently: operands are target, at, source, from, count. */
  copyBetween(
    layout: ArrayLayout,
    from: ArrayLayout,
    operands: [Instruction, Instruction, Instruction, Instruction, Instruction],
    convert: (element: Instruction) => Instruction,
  ): Instruction {
    const make = (): WasmFunction => {
      const target = createLocal("target", refNull(layout.struct));
      const at = createLocal("at", "i32");
      const source = createLocal("source", refNull(from.struct));
      const index = createLocal("from", "i32");
      const count = createLocal("count", "i32");
      const leave = createLabel("done");
      const top = createLabel("loop");
      return this.define(
        layout,
        `copy from ${from.struct.name}`,
        [target, at, source, index, count],
        [],
        [
          block(leave, undefined, [
            loop(top, undefined, [
              brIf(leave, op("i32.eqz", localGet(count))),
              setElementAt(
                layout,
                localGet(target),
                localGet(at),
                convert(elementAt(from, localGet(source), localGet(index))),
              ),
              localSet(at, op("i32.add", localGet(at), i32(1))),
              localSet(index, op("i32.add", localGet(index), i32(1))),
              localSet(count, op("i32.sub", localGet(count), i32(1))),
              br(top),
            ]),
          ]),
        ],
      );
    };
    return call(this.known(layout, `copy from ${from.struct.name}`, make), ...operands);
  }

  /** Makes room for more elements: half as much again, at least. */
  #grow(layout: ArrayLayout, array: Instruction, needed: Instruction): Instruction {
    const make = (): WasmFunction => {
      const self = createLocal("array", refNull(layout.struct));
      const wanted = createLocal("needed", "i32");
      const room = createLocal("room", "i32");
      const data = createLocal("elements", ref(layout.data));
      return this.define(
        layout,
        "grow",
        [self, wanted],
        [],
        [
          localSet(
            room,
            op("i32.add", op("i32.add", localGet(wanted), op("i32.shr_u", localGet(wanted), i32(1))), i32(4)),
          ),
          localSet(
            data,
            emptyElements(
              layout,
              select(localGet(room), localGet(wanted), op("i32.gt_u", localGet(room), localGet(wanted))),
            ),
          ),
          arrayCopy(
            layout.data,
            layout.data,
            localGet(data),
            i32(0),
            elements(layout, localGet(self)),
            i32(0),
            lengthOf(layout, localGet(self)),
          ),
          structSet(layout.struct, ELEMENTS, localGet(self), localGet(data)),
        ],
      );
    };
    return call(this.known(layout, "grow", make), array, needed);
  }
}

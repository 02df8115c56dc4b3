import {
  block,
  br,
  brIf,
  brOnCast,
  brOnCastFail,
  brOnNonNull,
  brOnNull,
  brTable,
  createLabel,
  createLocal,
  drop,
  externref,
  f64,
  globalGet,
  i32,
  i64,
  ifElse,
  localGet,
  localSet,
  loop,
  nullValue,
  op,
  ref,
  refNull,
  ret,
  throwTag,
  tryTable,
  unreachable,
} from "../../../src/wasm/index.ts";
import type { Label, Local, Instruction } from "../../../src/wasm/index.ts";
import { failure, hostError, node, shape, square, zero } from "./definitions.ts";

export function createBranches(parameter: Local): Instruction[] {
  const [done, again, one, two, nothing, found, notSquare, pair] = [
    "done",
    "again",
    "one",
    "two",
    "nothing",
    "found",
    "notSquare",
    "pair",
  ].map(createLabel) as [Label, Label, Label, Label, Label, Label, Label, Label];
  const counter = createLocal("counter", "i32");
  const first = createLocal("first", "i32");
  const second = createLocal("second", "i64");
  return [
    block(done, undefined, [
      loop(again, undefined, [
        brIf(done, op("i32.ge_s", localGet(counter), i32(3))),
        localSet(counter, op("i32.add", localGet(counter), i32(1))),
        block(one, undefined, [block(two, undefined, [brTable([one, two], done, i32(1))])]),
        br(again),
      ]),
    ]),
    block(nothing, undefined, [drop(brOnNull(nothing, localGet(parameter)))]),
    drop(block(found, ref("extern"), [brOnNonNull(found, localGet(parameter)), ret(i32(-1))])),
    drop(
      block(notSquare, ref(shape), [
        drop(brOnCastFail(notSquare, ref(shape), ref(square), globalGet(zero))),
        globalGet(zero),
      ]),
    ),
    drop(block(found, ref(square), [drop(brOnCast(found, ref(shape), ref(square), globalGet(zero))), unreachable()])),
    block(pair, ["i32", "i64"], [i32(1), i64(2n ** 64n - 1n)]),
    localSet(second),
    localSet(first),
    drop(ifElse(localGet(first), [f64(1)], [f64(2)], "f64")),
    ifElse(op("i64.eqz", localGet(second)), [ret(i32(-2))]),
  ];
}

export function createExceptions(self: Local, code: Local): Instruction[] {
  const caught = createLabel("caught");
  const other = createLabel("other");
  const end = createLabel("end");
  return [
    block(end, undefined, [
      drop(
        block(createLabel("host"), externref, [
          block(other, undefined, [
            block(
              caught,
              [refNull(node), "i32"],
              [
                tryTable(
                  undefined,
                  [throwTag(failure, localGet(self), i32(41))],
                  [
                    { tag: failure, label: caught },
                    { tag: undefined, label: other },
                  ],
                ),
                unreachable(),
              ],
            ),
            localSet(code),
            localSet(self),
            br(end),
          ]),
          throwTag(hostError, nullValue("noextern")),
        ]),
      ),
    ]),
    localSet(code, op("i32.add", localGet(code), i32(1))),
  ];
}

/** What follows an opcode. */
export type Immediate =
  | "none"
  /** One index. */
  | "index"
  /** Two indices. */
  | "indices"
  /** How an access to memory is aligned, and an offset. */
  | "access"
  /** The type of a block. */
  | "block"
  | "i32"
  | "i64"
  | "f32"
  | "f64"
  | "heapType"
  | "valueTypes"
  | "labels"
  | "castBranch"
  | "catches";

/** Opcodes by name, as far as more than their length matters. Numbers over 0xff are a prefix and one byte. */
export const opcode = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  throw: 0x08,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  returnCall: 0x12,
  callRef: 0x14,
  returnCallRef: 0x15,
  tryTable: 0x1f,
  globalGet: 0x23,
  globalSet: 0x24,
  memoryGrow: 0x40,
  i32Const: 0x41,
  refFunc: 0xd2,
  brOnNull: 0xd5,
  brOnNonNull: 0xd6,
  structNew: 0xfb00,
  structNewDefault: 0xfb01,
  arrayNew: 0xfb06,
  arrayNewDefault: 0xfb07,
  arrayNewFixed: 0xfb08,
  arrayNewData: 0xfb09,
  arrayFill: 0xfb10,
  arrayCopy: 0xfb11,
  brOnCast: 0xfb18,
  brOnCastFail: 0xfb19,
  memoryInit: 0xfc08,
  memoryCopy: 0xfc0a,
  memoryFill: 0xfc0b,
} as const;

/** Ranges of opcodes, first and last, with what follows them. What is in none of them is refused. */
const ranges: readonly (readonly [first: number, last: number, immediate: Immediate])[] = [
  [0x00, 0x01, "none"],
  [0x02, 0x04, "block"],
  [0x05, 0x05, "none"],
  [0x08, 0x08, "index"],
  [0x0b, 0x0b, "none"],
  [0x0c, 0x0d, "index"],
  [0x0e, 0x0e, "labels"],
  [0x0f, 0x0f, "none"],
  [0x10, 0x10, "index"],
  [0x11, 0x11, "indices"],
  [0x12, 0x12, "index"],
  [0x13, 0x13, "indices"],
  [0x14, 0x15, "index"],
  [0x1a, 0x1b, "none"],
  [0x1c, 0x1c, "valueTypes"],
  [0x1f, 0x1f, "catches"],
  [0x20, 0x24, "index"],
  [0x28, 0x3e, "access"],
  [0x3f, 0x40, "index"],
  [0x41, 0x41, "i32"],
  [0x42, 0x42, "i64"],
  [0x43, 0x43, "f32"],
  [0x44, 0x44, "f64"],
  [0x45, 0xc4, "none"],
  [0xd0, 0xd0, "heapType"],
  [0xd1, 0xd1, "none"],
  [0xd2, 0xd2, "index"],
  [0xd3, 0xd4, "none"],
  [0xd5, 0xd6, "index"],
  [0xfb00, 0xfb01, "index"],
  [0xfb02, 0xfb05, "indices"],
  [0xfb06, 0xfb07, "index"],
  [0xfb08, 0xfb09, "indices"],
  [0xfb0b, 0xfb0e, "index"],
  [0xfb0f, 0xfb0f, "none"],
  [0xfb10, 0xfb10, "index"],
  [0xfb11, 0xfb11, "indices"],
  [0xfb14, 0xfb17, "heapType"],
  [0xfb18, 0xfb19, "castBranch"],
  [0xfb1a, 0xfb1e, "none"],
  [0xfc00, 0xfc07, "none"],
  [0xfc08, 0xfc08, "indices"],
  [0xfc09, 0xfc09, "index"],
  [0xfc0a, 0xfc0a, "indices"],
  [0xfc0b, 0xfc0b, "index"],
];

/** By opcode, the prefixed ones after the others. */
const immediates: readonly (Immediate | undefined)[] = createTable();

function createTable(): (Immediate | undefined)[] {
  const table: (Immediate | undefined)[] = Array.from({ length: 0x300 });
  for (const [first, last, immediate] of ranges) {
    for (let code = first; code <= last; code++) table[slotOf(code)] = immediate;
  }
  return table;
}

function slotOf(code: number): number {
  if (code <= 0xff) return code;
  return (code & 0xff) | (code < 0xfc00 ? 0x100 : 0x200);
}

/** What follows an opcode; `undefined` if no module may have such an instruction. */
export function immediateOf(code: number): Immediate | undefined {
  return immediates[slotOf(code)];
}

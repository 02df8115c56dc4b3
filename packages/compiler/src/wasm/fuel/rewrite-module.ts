import type { FuelLayout, ModuleOutline, Section } from "@rune/schema/fuel";
import {
  ByteReader,
  chargeCode,
  createInstruction,
  opcode,
  readInstruction,
  skipExpression,
  skipValueType,
  unsigned,
} from "@rune/schema/fuel";
import { ByteBuffer } from "../byte-buffer.ts";
import type { Additions } from "./insert-fuel.ts";
import { rewriteNames } from "./rewrite-names.ts";
import type { Edit } from "./plan-function.ts";

/** From this offset on, bytes were moved by so many. */
interface Moved {
  from: number;
  by: number;
}

/** Sections that are written, in order; those that the module lacks are added where something must be in them. */
const order = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];

/** Writes a module with what is added to it. The result says where an offset of the module has gone. */
export function rewriteModule(
  outline: ModuleOutline,
  plans: readonly Edit[][],
  layout: FuelLayout,
  additions: Additions,
  out: ByteBuffer,
): (offset: number) => number {
  const rewriter = new Rewriter(outline, plans, layout, additions, out);
  rewriter.write();
  return (offset) => rewriter.move(offset);
}

class Rewriter {
  readonly #outline: ModuleOutline;
  readonly #plans: readonly Edit[][];
  readonly #layout: FuelLayout;
  readonly #additions: Additions;
  readonly #out: ByteBuffer;
  readonly #moved: Moved[] = [];
  /** Numbers of the types of added imports and functions. */
  readonly #types: (readonly number[])[] = [];

  constructor(
    outline: ModuleOutline,
    plans: readonly Edit[][],
    layout: FuelLayout,
    additions: Additions,
    out: ByteBuffer,
  ) {
    this.#outline = outline;
    this.#plans = plans;
    this.#layout = layout;
    this.#additions = additions;
    this.#out = out;
  }

  write(): void {
    const { sections, bytes } = this.#outline;
    const { imports, functions, counter, section: custom } = this.#additions;
    for (const { type } of [...imports, ...functions]) {
      if (typeof type !== "number" && !this.#types.includes(type)) this.#types.push(type);
    }
    this.#out.bytes(bytes.subarray(0, 8));
    const find = (id: number): Section | undefined => sections.find((each) => each.id === id);
    for (const id of order) this.#writeSection(id, find(id), counter);
    for (const section of sections.filter(({ id }) => id === 0)) this.#writeCustom(section);
    const content = new ByteBuffer();
    content.name(custom.name);
    for (const byte of custom.content) content.byte(byte);
    this.#section(0, content);
  }

  /** Where an offset of the module has gone. */
  move(offset: number): number {
    let low = 0;
    let high = this.#moved.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#moved[middle]!.from <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (this.#moved[low - 1]?.by ?? 0);
  }

  #section(id: number, content: ByteBuffer): void {
    this.#out.byte(id);
    this.#out.u32(content.length);
    this.#out.append(content);
  }

  #writeSection(id: number, section: Section | undefined, counter: Additions["counter"]): void {
    const { imports, functions } = this.#additions;
    switch (id) {
      case 1:
        return this.#list(id, section, this.#types);
      case 2:
        // Functions are numbered by their order among the imports, so those that are added come last.
        return this.#list(
          id,
          section,
          imports.map(({ module, name, type }) => [
            ...text(module),
            ...text(name),
            0,
            ...unsigned(this.#typeNumber(type)),
          ]),
        );
      case 3:
        return this.#list(
          id,
          section,
          functions.map(({ type }) => unsigned(this.#typeNumber(type))),
        );
      case 6:
        return this.#writeGlobals(section, [0x7f, 1, opcode.i32Const, 0, opcode.end]);
      case 7:
        return this.#writeExports(section, [...text(counter), 3, ...unsigned(this.#layout.counter)]);
      case 8:
        return section && this.#writeStart(section);
      case 9:
        return section && this.#writeElements(section);
      case 10:
        return this.#writeCode();
      default:
        return section && this.#copy(section);
    }
  }

  #typeNumber(type: number | readonly number[]): number {
    return typeof type === "number" ? type : this.#outline.types.length + this.#types.indexOf(type);
  }

  /** Number of a function in the result. */
  #functionNumber(index: number): number {
    return index < this.#outline.importedFunctions ? index : index + this.#additions.imports.length;
  }

  #copy({ id, start, end }: Section): void {
    const content = new ByteBuffer(end - start);
    content.bytes(this.#outline.bytes.subarray(start, end));
    this.#section(id, content);
  }

  /** A section that is a list, with items added at its end. */
  #list(id: number, section: Section | undefined, added: readonly (readonly number[])[]): void {
    if (added.length === 0) return section && this.#copy(section);
    const reader = this.#read(section);
    const content = new ByteBuffer();
    content.u32((section ? reader.u32() : 0) + added.length);
    content.bytes(this.#outline.bytes.subarray(reader.offset, reader.end));
    for (const byte of added.flat()) content.byte(byte);
    this.#section(id, content);
  }

  #read(section: Section | undefined): ByteReader {
    return new ByteReader(this.#outline.bytes, section?.start ?? 0, section?.end ?? 0);
  }

  #writeGlobals(section: Section | undefined, counter: readonly number[]): void {
    const reader = this.#read(section);
    const content = new ByteBuffer();
    content.u32((section ? reader.u32() : 0) + 1);
    for (const { initial } of this.#outline.globals) {
      content.bytes(this.#outline.bytes.subarray(reader.offset, initial.start));
      this.#copyExpression(content, initial.start, initial.end);
      reader.offset = initial.end;
    }
    for (const byte of counter) content.byte(byte);
    this.#section(6, content);
  }

  #writeExports(section: Section | undefined, counter: readonly number[]): void {
    const content = new ByteBuffer();
    const { exports } = this.#outline;
    const kinds = ["function", "table", "memory", "global", "tag"];
    content.u32(exports.length + 1);
    for (const { name, kind, index } of exports) {
      content.name(name);
      content.byte(kinds.indexOf(kind));
      content.u32(kind === "function" ? this.#functionNumber(index) : index);
    }
    for (const byte of counter) content.byte(byte);
    this.#section(section?.id ?? 7, content);
  }

  #writeStart(section: Section): void {
    const content = new ByteBuffer();
    content.u32(this.#functionNumber(this.#read(section).u32()));
    this.#section(8, content);
  }

  #writeElements(section: Section): void {
    const reader = this.#read(section);
    const content = new ByteBuffer();
    const segments = reader.u32();
    content.u32(segments);
    for (let segment = 0; segment < segments; segment++) {
      const start = reader.offset;
      const flags = reader.u32();
      if (flags === 0) skipExpression(reader);
      else if (flags === 3) reader.byte();
      else skipValueType(reader);
      content.bytes(this.#outline.bytes.subarray(start, reader.offset));
      const items = reader.u32();
      content.u32(items);
      for (let item = 0; item < items; item++) {
        if (flags !== 7) content.u32(this.#functionNumber(reader.u32()));
        else reader.offset = this.#copyExpression(content, reader.offset, reader.end);
      }
    }
    this.#section(9, content);
  }

  /** Copies a constant expression, with the functions' new numbers; gives its end. */
  #copyExpression(content: ByteBuffer, start: number, end: number): number {
    const reader = new ByteReader(this.#outline.bytes, start, end);
    const instruction = createInstruction();
    do {
      readInstruction(reader, instruction);
      if (instruction.opcode === opcode.refFunc) {
        content.byte(opcode.refFunc);
        content.u32(this.#functionNumber(instruction.first));
      } else content.bytes(this.#outline.bytes.subarray(instruction.offset, reader.offset));
    } while (instruction.opcode !== opcode.end);
    return reader.offset;
  }

  #writeCode(): void {
    const { bodies } = this.#outline;
    const content = new ByteBuffer(16_384);
    const body = new ByteBuffer(4096);
    content.u32(bodies.length + this.#additions.functions.length);
    for (const [index, { start, end }] of bodies.entries()) {
      const before = this.#moved.length;
      body.clear();
      this.#writeBody(body, start, end, this.#plans[index]!);
      content.u32(body.length);
      for (let at = before; at < this.#moved.length; at++) this.#moved[at]!.by += content.length;
      content.append(body);
    }
    for (const { body: bytes } of this.#additions.functions) {
      content.u32(bytes.length);
      for (const byte of bytes) content.byte(byte);
    }
    this.#section(10, content);
    const codeStart = this.#out.length - content.length;
    for (const moved of this.#moved) moved.by += codeStart;
  }

  #writeBody(body: ByteBuffer, start: number, end: number, edits: readonly Edit[]): void {
    const { bytes } = this.#outline;
    let offset = start;
    const copyTo = (to: number): void => {
      if (to === offset && offset !== start) return;
      this.#moved.push({ from: offset, by: body.length - offset });
      body.bytes(bytes.subarray(offset, to));
      offset = to;
    };
    for (const edit of edits) {
      copyTo(edit.offset);
      if (edit.type === "function") {
        const paid = edit.call ? this.#layout.imports.get(edit.function) : undefined;
        body.u32(paid ?? this.#functionNumber(edit.function));
        offset = edit.end;
      } else {
        const code =
          edit.type === "payment"
            ? chargeCode(this.#layout, edit.payment.ticks)
            : [opcode.call, ...unsigned(this.#layout.elements[edit.scale]!)];
        for (const byte of code) body.byte(byte);
      }
    }
    copyTo(end);
  }

  #writeCustom(section: Section): void {
    if (section.name !== "name") return this.#copy(section);
    const content = new ByteBuffer(section.end - section.start + 256);
    const first = this.#outline.functions.length + this.#additions.imports.length;
    const names = this.#additions.functions.map(({ name }, index): [number, string] => [first + index, name]);
    const imported = this.#additions.imports.map(({ name }, index): [number, string] => [
      this.#outline.importedFunctions + index,
      name,
    ]);
    rewriteNames(this.#read(section), content, (index) => this.#functionNumber(index), [...imported, ...names]);
    this.#section(0, content);
  }
}

function text(name: string): number[] {
  return [...unsigned(name.length), ...Array.from(name, (character) => character.charCodeAt(0))];
}

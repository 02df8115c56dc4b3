import type { BorderTypeDescription } from "@rune/schema";
import { createAnyCodec } from "./any-codec.ts";
import { ArrayCodec, TupleCodec } from "./array-codec.ts";
import type { BorderCodec } from "./border-codec.ts";
import type { Border } from "./border.ts";
import { ClassCodec } from "./class-codec.ts";
import { DictionaryCodec } from "./dictionary-codec.ts";
import { FunctionCodec } from "./function-codec.ts";
import { InstanceCodec } from "./instance-codec.ts";
import type { LibraryCodecs } from "./library/index.ts";
import { ErrorCodec } from "./library/error-codec.ts";
import { RecordCodec } from "./object-codec.ts";
import { createOpaqueCodec } from "./opaque-codec.ts";
import { createPrimitiveCodec } from "./primitive-codec.ts";
import { createUnionCodec } from "./union-codec.ts";

/** Every module can throw some. */
const ERROR = "Error";

/** Whether values of a type cross as {@link LibraryCodecs} says. */
export function isOfLibrary(type: BorderTypeDescription): boolean {
  return type.type === "iterable" || (type.type === "library" && type.name !== ERROR);
}

/** How values of a type cross. */
export function createCodec(border: Border, index: number): BorderCodec {
  const type = border.type(index);
  switch (type.type) {
    case "opaque":
      return createOpaqueCodec(border, index);
    case "any":
      return createAnyCodec(border, index, type);
    case "array":
      return new ArrayCodec(border, index);
    case "tuple":
      return new TupleCodec(border, index);
    case "object":
      return new RecordCodec(border, index);
    case "dictionary":
      return new DictionaryCodec(border, index);
    case "function":
      return new FunctionCodec(border, index);
    case "instance":
      return new InstanceCodec(border, index);
    case "class":
      return new ClassCodec(border, index);
    case "library":
      if (type.name === ERROR) return new ErrorCodec(border, index);
      return (border.library as LibraryCodecs).createLibraryCodec(border, index, type.name);
    case "iterable":
      return new (border.library as LibraryCodecs).IterableCodec(border, index);
    case "union":
      return createUnionCodec(border, index, type.members);
    case "controller":
      // It crosses in no place: whoever makes one uses it by its calls.
      return createOpaqueCodec(border, index);
    default:
      return createPrimitiveCodec(border, type.type);
  }
}

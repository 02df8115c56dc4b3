export { ByteReader, WasmFormatError } from "../wasm/byte-reader.ts";
export { opcode } from "../wasm/instruction.ts";
export { createInstruction, readInstruction } from "../wasm/read-instruction.ts";
export type { ReadInstruction } from "../wasm/read-instruction.ts";
export { readModule, signatureOf, skipExpression } from "../wasm/read-module.ts";
export type {
  ByteRange,
  MemorySize,
  ModuleOutline,
  ReadExport,
  ReadGlobal,
  ReadImport,
  Section,
} from "../wasm/read-module.ts";
export { skipValueType } from "../wasm/read-types.ts";
export type { FunctionSignature, ReadType, ValueKind } from "../wasm/read-types.ts";
export {
  chargeCode,
  chargeParts,
  elementsBody,
  exhaustedBody,
  importBody,
  signed,
  textBody,
  unsigned,
} from "./canonical.ts";
export type { FuelLayout, MeterKind } from "./fuel-layout.ts";
export { meterKinds } from "./fuel-layout.ts";
export {
  CONSTANT_TICKS,
  FUEL_EXPORT,
  FUEL_SECTION,
  REFUEL_IMPORT,
  STRING_CONSTANTS_MODULE,
  STRING_MODULE,
} from "./fuel-names.ts";
export { createFuelLayout, encodeClaims, findFunction, readClaims } from "./fuel-section.ts";
export type { MeterClaim } from "./fuel-section.ts";
export { importCost } from "./import-cost.ts";
export type { ImportCost } from "./import-cost.ts";
export { INSTRUCTIONS_PER_TICK, LOCALS_PER_TICK, instructionCost, instructionWeight } from "./instruction-cost.ts";
export type { InstructionCost } from "./instruction-cost.ts";

export type { CodePosition } from "./code-position.ts";
export { addCustomSection } from "./add-custom-section.ts";
export { encodeModule } from "./encode.ts";
export { BeyondLimitError, limits } from "./limits.ts";
export type { LimitedPart } from "./limits.ts";
export { listImportedFunctions } from "./list-imports.ts";
export type { EncodedModule, EncodeOptions } from "./encode.ts";
export { insertFuel } from "./fuel/insert-fuel.ts";
export type {
  ArrayCopyInstruction,
  ArrayDataInstruction,
  ArrayFixedInstruction,
  ArrayInstruction,
  BlockInstruction,
  BranchCastInstruction,
  BranchInstruction,
  BranchTableInstruction,
  CallRefInstruction,
  CastInstruction,
  Catch,
  FieldInstruction,
  FloatInstruction,
  FunctionInstruction,
  GlobalInstruction,
  I32Instruction,
  I64Instruction,
  IfInstruction,
  Instruction,
  Label,
  LocalInstruction,
  NullInstruction,
  PlainInstruction,
  ReturnInstruction,
  SelectInstruction,
  StructInstruction,
  ThrowInstruction,
  TryInstruction,
} from "./instruction.ts";
export {
  block,
  br,
  brIf,
  brOnCast,
  brOnCastFail,
  brOnNonNull,
  brOnNull,
  brTable,
  createLabel,
  ifElse,
  loop,
  ret,
  throwTag,
  tryTable,
  unreachable,
} from "./control.ts";
export {
  arrayCopy,
  arrayFill,
  arrayGet,
  arrayGetS,
  arrayGetU,
  arrayNew,
  arrayNewData,
  arrayNewDefault,
  arrayNewFixed,
  arraySet,
  at,
  call,
  callRef,
  createLocal,
  drop,
  f32,
  f32Bits,
  f64,
  f64Bits,
  globalGet,
  globalSet,
  i32,
  i64,
  localGet,
  localSet,
  localTee,
  nullValue,
  op,
  refCast,
  refFunc,
  refTest,
  returnCall,
  returnCallRef,
  select,
  structGet,
  structGetS,
  structGetU,
  structNew,
  structNewDefault,
  structSet,
} from "./instructions.ts";
export type { BlockResult } from "./control.ts";
export { createModule } from "./module.ts";
export type {
  AnyFunction,
  AnyGlobal,
  AnyTag,
  DataSegment,
  Global,
  ImportedFunction,
  ImportedGlobal,
  ImportedTag,
  Imports,
  Local,
  Tag,
  WasmFunction,
  WasmModule,
} from "./module.ts";
export type { BinaryOpcode, NullaryOpcode, Opcode, PlainOpcode, UnaryOpcode } from "./opcodes.ts";
export { optimizeModule, optimizeWithPositions } from "./optimize.ts";
export type { OptimizeOptions } from "./optimize.ts";
export type { Position } from "./position.ts";
export { generateSourceMap, withInlineSourceMap, withSourceMappingURL } from "./source-map.ts";
export { generateText } from "./text/generate-text.ts";
export type { TextOptions } from "./text/generate-text.ts";
export {
  anyref,
  arrayref,
  arrayType,
  canonicalArrayType,
  eqref,
  externref,
  field,
  funcref,
  functionType,
  i31ref,
  nullexternref,
  nullfuncref,
  nullref,
  ref,
  refNull,
  structref,
  structType,
} from "./types.ts";
export type {
  ArrayType,
  DefinedType,
  Field,
  FunctionType,
  HeapType,
  NumberType,
  RefType,
  StorageType,
  StructType,
  ValueType,
} from "./types.ts";
export { validateModule } from "./validate-module.ts";
export { validateTree } from "./validate-tree.ts";

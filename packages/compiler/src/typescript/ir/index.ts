export { reachesEnd } from "./completion.ts";
export type {
  BorderField,
  BorderFunction,
  BorderLiteral,
  BorderMember,
  BorderParameter,
  BorderType,
  DeclaredTypes,
} from "./border-type.ts";
export { ERROR_TYPE } from "./error-type.ts";
export type {
  Argument,
  BinaryOperator,
  Expression,
  ExpressionOf,
  ObjectMember,
  Shape,
  SuperReference,
  TypeFilter,
  UnaryOperator,
} from "./expressions.ts";
export type { ExpressionFields, StatementFields } from "./fields.ts";
export type { IntrinsicFacts } from "./intrinsics.ts";
export { intrinsicFacts, intrinsics } from "./intrinsics.ts";
export type { Position } from "./position.ts";
export type { PrimitiveKind } from "./primitive-kinds.ts";
export { primitiveKinds } from "./primitive-kinds.ts";
export type {
  FunctionKind,
  IrClass,
  IrController,
  IrExport,
  IrFunction,
  IrMethod,
  IrModule,
  IrParameter,
  IrProgram,
  IrVariable,
  VariableKind,
} from "./program.ts";
export type { Label, Statement, StatementOf, SwitchCase } from "./statements.ts";

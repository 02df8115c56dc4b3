export type {
  AbstractObject,
  ArrayObject,
  ClassObject,
  FunctionObject,
  HostFunctionObject,
  InstanceObject,
  PropertiesObject,
  ShapeObject,
  TypedElement,
} from "./abstract-object.ts";
export { Border, classChain, isError, membersOf } from "./border/index.ts";
export type { BorderExport, BorderOperation, Crossing } from "./border/index.ts";
export { canonical } from "./abstract-object.ts";
export { Analysis } from "./analysis.ts";
export { keptApart } from "./context.ts";
export { declaresField, hasStaticField } from "./declared-fields.ts";
export { constantKey, isIndexed } from "./elements.ts";
export { isCallable } from "./calls.ts";
export { constructorOf } from "./constructors.ts";
export type { Failure } from "./failures.ts";
export { failureOf } from "./failures.ts";
export type { FlowNode } from "./flow-node.ts";
export { createNode, kindsOf, objectsOf, representative } from "./flow-node.ts";
export type { CallTarget, FunctionInstance } from "./function-instance.ts";
export { currentInstance, keyOn, siteKey } from "./function-instance.ts";
export type { Inference } from "./infer.ts";
export { infer } from "./infer.ts";
export type { InheritedMember } from "./inherited-members.ts";
export { getterKey, inheritedMembers, namesMethods } from "./inherited-members.ts";
export type { Kinds } from "./kinds.ts";
export { ANYTHING, BIGINT, BOOLEAN, HOST, NULL, NULLISH, NUMBER, STRING, SYMBOL, UNDEFINED } from "./kinds.ts";
export { needsBinaryFunction, needsUnaryFunction } from "./library-operators.ts";
export { ORDER_FIELD, expandOrder, usualOrder } from "./field-orders.ts";
export { madeBy, orderOf } from "./object-literals.ts";
export { mayLack, namesOf } from "./orders.ts";
export { getterName, isEnumerable, isIntegerName, isNumberName } from "./property-keys.ts";
export { needsLooseEquality } from "./operators.ts";
export { findMethod, hasField, isDictionary, isEntry, isReadOnly, lookUpMethod } from "./properties.ts";
export type { Characters } from "./ranges/find-characters.ts";
export type { Ranges } from "./ranges/find-ranges.ts";
export type { Range } from "./ranges/range.ts";
export { isInt32, isInt64 } from "./ranges/range.ts";
export { inheritedFrom } from "./super.ts";
export { typedElement } from "./typed-element.ts";
export { classNamed, isOfClass, kindTestOf, kindTests } from "./type-tests.ts";

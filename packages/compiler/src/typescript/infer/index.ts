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
} from "./values/abstract-object.ts";
export { Border, classChain, isError, membersOf } from "./border/index.ts";
export type { BorderExport, BorderOperation, Crossing } from "./border/index.ts";
export { canonical } from "./values/abstract-object.ts";
export { Analysis } from "./analysis.ts";
export { keptApart } from "./context.ts";
export { declaredFields, declaresField, hasStaticField, isForeignPrivate } from "./objects/declared-fields.ts";
export { constantKey } from "./properties/elements.ts";
export { isCalledBy } from "./calls/methods.ts";
export { isCallable } from "./calls/calls.ts";
export { closerOf, isIterable } from "./calls/iteration.ts";
export { constructorOf } from "./objects/constructors.ts";
export type { Failure } from "./calls/failures.ts";
export { failureOf, isSure } from "./calls/failures.ts";
export type { FlowNode } from "./values/flow-node.ts";
export { createNode, kindsOf, objectsOf, representative } from "./values/flow-node.ts";
export type { CallTarget, FunctionInstance } from "./values/function-instance.ts";
export { currentInstance } from "./values/function-instance.ts";
export type { DictionaryMethod, MoreFunction, Site } from "./values/site.ts";
export { expressionAt, partOf, siteOf, siteOfCatch, siteOfRest, siteOfStatics, siteOn } from "./values/site.ts";
export type { Inference } from "./infer.ts";
export { infer } from "./infer.ts";
export { joinEquals } from "./equals/join-equals.ts";
export type { NamedMember } from "./objects/named-members.ts";
export { getterSite, namedMembers, namesMethods, setterSite, staticNames } from "./objects/named-members.ts";
export type { Kinds } from "./values/kinds.ts";
export { ANYTHING, BIGINT, BOOLEAN, HOST, NULL, NULLISH, NUMBER, STRING, SYMBOL, UNDEFINED } from "./values/kinds.ts";
export { needsBinaryFunction, needsUnaryFunction } from "./operators/library-operators.ts";
export { givenField } from "./objects/explicit-undefined.ts";
export { WATCH_FIELD, watchedArrays } from "./objects/watched-objects.ts";
export { ORDER_FIELD, expandOrder, usualOrder } from "./objects/field-orders.ts";
export { MORE_FIELD } from "./objects/more-properties.ts";
export { madeBy, orderOf } from "./objects/object-literals.ts";
export { mayLack, namesOf } from "./objects/orders.ts";
export { getterName, hasSymbolAsKey, isEnumerable, isIntegerName, isNumberName } from "./properties/property-keys.ts";
export { isClassLike, needsLooseEquality } from "./operators/operators.ts";
export {
  isIndexed,
  findMethod,
  hasField,
  hidesMethod,
  isDictionary,
  isEntry,
  isReadOnly,
  lookUpMethod,
} from "./properties/properties.ts";
export type { Characters } from "./ranges/find-characters.ts";
export type { BigintRange } from "./ranges/bigint-range.ts";
export { ANY_BIGINT, isSigned, isUnsigned, onlyBigint } from "./ranges/bigint-range.ts";
export type { BigintRanges } from "./ranges/find-bigint-ranges.ts";
export type { Ranges } from "./ranges/find-ranges.ts";
export type { Range } from "./ranges/range.ts";
export { isInt32, isInt64, isWideKey } from "./ranges/range.ts";
export { isMutator } from "./objects/restricted-objects.ts";
export { inheritedFrom } from "./objects/super.ts";
export { typedElement } from "./properties/typed-element.ts";
export { classNamed, isOfClass, kindTestOf, kindTests } from "./operators/type-tests.ts";

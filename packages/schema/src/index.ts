export { ASSET_SCHEME } from "./asset-scheme.ts";
export { isBlockBinding } from "./block-binding.ts";
export type { BlockBinding } from "./block-binding.ts";
export { BuildError } from "./build-error.ts";
export type { BuildRecord } from "./build.ts";
export { compareText } from "./canonical-order.ts";
export { completeInterface, usualCall } from "./carried-interface.ts";
export type { CarriedExport, CarriedInterface } from "./carried-interface.ts";
export { defaultGrants } from "./default-grants.ts";
export { describeReference } from "./describe-reference.ts";
export { createFrame, createPositions, formatDiagnostic } from "./diagnostic.ts";
export { describeFailure } from "./describe-failure.ts";
export type { Diagnostic, Position, SourceRange } from "./diagnostic.ts";
export { eventFields, eventTargetFields, isEventPath } from "./event-record.ts";
export { buildSchema } from "./generated/build-schema.ts";
export { manifestSchema } from "./generated/manifest-schema.ts";
export { moduleInterfaceSchema } from "./generated/module-interface-schema.ts";
export { mutationSchema } from "./generated/mutation-schema.ts";
export { RUNE_VERSION } from "./generated/version.ts";
export { viewSchema } from "./generated/view-schema.ts";
export { DEEPEST_OUTLET, MOST_LAYOUTS } from "./layout-limits.ts";
export { LINEAR_MODULE, READ_RETURN_BUFFER, hostFunctions } from "./host-functions.ts";
export type { HostFunction, HostValueType } from "./host-functions.ts";
export { JAVASCRIPT_MODULE, REFERENCE_MODULE } from "./import-modules.ts";
export { javascriptFunctions } from "./javascript-functions.ts";
export type { JavascriptFunction, JavascriptValueType } from "./javascript-functions.ts";
export type { JsonSchema } from "./json-schema.ts";
export { makeVisible } from "./make-visible.ts";
export { capabilityNames } from "./manifest.ts";
export type {
  AssetEntry,
  CapabilityName,
  CapabilityRequest,
  FileEntry,
  FileTable,
  IconEntry,
  Manifest,
  ManifestDraft,
  ModuleAbi,
  ModuleEntry,
  ModuleExport,
  ModuleKind,
  ControllerEntry,
  ModuleLimits,
  Parameter,
  Route,
  RoutingMode,
  TrustClass,
  ValueType,
  ViewEntry,
} from "./manifest.ts";
export { checkStyle } from "./check-style.ts";
export { checkStyleSheet } from "./check-style-sheet.ts";
export { createCustomProperties } from "./custom-properties.ts";
export type { CustomProperties, PropertyLink, PropertyLinks } from "./custom-properties.ts";
export {
  checkAttribute,
  checkAttributeName,
  checkAttributeValue,
  checkDeclaration,
  checkElement,
  describeRefusal,
  isUrlAttribute,
  LANGUAGE_TAG,
  listUrls,
} from "./markup-rules.ts";
export type { MarkupPolicy, MarkupRefusal } from "./markup-rules.ts";
export { BORDER_MODULE, INTERFACE_SECTION } from "./module-interface.ts";
export type {
  BorderCall,
  BorderCallback,
  BorderClass,
  BorderExportDescription,
  BorderFieldDescription,
  BorderMemberDescription,
  BorderParameterDescription,
  BorderPlace,
  BorderSlot,
  BorderTypeBase,
  BorderTypeDescription,
  ModuleInterface,
} from "./module-interface.ts";
export type {
  BatchMutation,
  FocusMutation,
  HideOverlayMutation,
  Json,
  JsonObject,
  Mutation,
  NavigateBackMutation,
  NavigateMutation,
  RemoveNodeMutation,
  ReplaceTextMutation,
  ScrollToMutation,
  ShowOverlayMutation,
  UpdateDataMutation,
  UpdateViewMutation,
} from "./mutation.ts";
export { FUEL_EXPORT, FUEL_SECTION } from "./fuel/fuel-names.ts";
export { findNearest } from "./nearest.ts";
export { isSafePropertyName } from "./property-names.ts";
export { findAmbiguity, listRouteForms } from "./routes/find-ambiguity.ts";
export { compareRoutes, matchRoute } from "./routes/match-route.ts";
export type { RouteParams } from "./routes/match-route.ts";
export { parseRoutePattern } from "./routes/parse-route-pattern.ts";
export type { ParsedRoutePattern, RouteProblem, RouteSegment } from "./routes/parse-route-pattern.ts";
export { readStyle } from "./style-urls.ts";
export { rewriteStyleUrls } from "./rewrite-style-urls.ts";
export type { StyleReferenceToken } from "./rewrite-style-urls.ts";
export { RuneError, isRuneError } from "./rune-error.ts";
export type { RuneErrorOptions } from "./rune-error.ts";
export { validate } from "./validate.ts";
export type { ValidationIssue } from "./validate.ts";
export type {
  AttributeBinding,
  Attributes,
  BinaryOperation,
  BinaryOperator,
  Binding,
  CallOperation,
  ClassBinding,
  ComponentBinding,
  ComponentEvent,
  ComponentProp,
  ComponentSlot,
  ConditionalOperation,
  DataOperation,
  ElementNode,
  EventBinding,
  EventModifier,
  HeldKey,
  ModelBinding,
  ModelModifier,
  EventOperation,
  Expression,
  ForBinding,
  IfBinding,
  IfBranch,
  IndexOperation,
  LinkBinding,
  MemberOperation,
  MetaEntry,
  NodePath,
  Operation,
  PathIndex,
  PropertyBinding,
  PropertyName,
  RefBinding,
  RowOperation,
  ShowBinding,
  HeadBinding,
  OutletBinding,
  SlotBinding,
  StyleBinding,
  Template,
  TemplateIndex,
  TextBinding,
  TextOperation,
  UnaryOperation,
  UndefinedOperation,
  ValidityBinding,
  View,
  ViewHead,
  ViewNode,
} from "./view.ts";

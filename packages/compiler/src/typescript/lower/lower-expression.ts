import ts from "typescript";
import type { Expression } from "../ir/index.ts";
import { createUndefined } from "./builder.ts";
import type { LowerContext } from "./context.ts";
import { lowerAccess } from "./expressions/access.ts";
import { lowerArrayLiteral } from "./expressions/array-literal.ts";
import { lowerTransparent } from "./expressions/transparent.ts";
import { lowerBinary } from "./expressions/binary.ts";
import { lowerCall } from "./expressions/call.ts";
import { lowerConditional } from "./expressions/conditional.ts";
import { lowerDelete } from "./expressions/delete.ts";

import { lowerArrowFunction, lowerClassExpression, lowerFunctionExpression } from "./expressions/function.ts";
import { lowerIdentifier } from "./expressions/identifier.ts";
import {
  lowerBigInt,
  lowerFalse,
  lowerNull,
  lowerNumber,
  lowerRegularExpression,
  lowerString,
  lowerTrue,
} from "./expressions/literals.ts";
import { lowerMetaProperty } from "./expressions/meta-property.ts";
import { lowerNew } from "./expressions/new.ts";
import { lowerObjectLiteral } from "./expressions/object-literal.ts";

import { lowerAwait, lowerYield } from "./expressions/suspension.ts";
import { lowerTaggedTemplate, lowerTemplate } from "./expressions/template.ts";
import { lowerThis } from "./expressions/this.ts";
import { lowerTypeof } from "./expressions/typeof.ts";
import { lowerPostfix, lowerPrefix } from "./expressions/unary.ts";
import { lowerVoid } from "./expressions/void.ts";
import { report, unsupportedSyntax } from "./messages.ts";

/** Makes the intermediate form of one kind of node. */
type Lowerer = (context: LowerContext, node: never) => Expression;

const lowerers: Partial<Record<ts.SyntaxKind, Lowerer>> = {
  [ts.SyntaxKind.ArrayLiteralExpression]: lowerArrayLiteral,
  [ts.SyntaxKind.ArrowFunction]: lowerArrowFunction,
  [ts.SyntaxKind.AsExpression]: lowerTransparent,
  [ts.SyntaxKind.AwaitExpression]: lowerAwait,
  [ts.SyntaxKind.BigIntLiteral]: lowerBigInt,
  [ts.SyntaxKind.BinaryExpression]: lowerBinary,
  [ts.SyntaxKind.CallExpression]: lowerCall,
  [ts.SyntaxKind.ClassExpression]: lowerClassExpression,
  [ts.SyntaxKind.ConditionalExpression]: lowerConditional,
  [ts.SyntaxKind.DeleteExpression]: lowerDelete,
  [ts.SyntaxKind.ElementAccessExpression]: lowerAccess,
  [ts.SyntaxKind.ExpressionWithTypeArguments]: lowerTransparent,
  [ts.SyntaxKind.FalseKeyword]: lowerFalse,
  [ts.SyntaxKind.FunctionExpression]: lowerFunctionExpression,
  [ts.SyntaxKind.Identifier]: lowerIdentifier,
  [ts.SyntaxKind.MetaProperty]: lowerMetaProperty,
  [ts.SyntaxKind.NewExpression]: lowerNew,
  [ts.SyntaxKind.NonNullExpression]: lowerTransparent,
  [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: lowerString,
  [ts.SyntaxKind.NullKeyword]: lowerNull,
  [ts.SyntaxKind.NumericLiteral]: lowerNumber,
  [ts.SyntaxKind.ObjectLiteralExpression]: lowerObjectLiteral,
  [ts.SyntaxKind.ParenthesizedExpression]: lowerTransparent,
  [ts.SyntaxKind.PostfixUnaryExpression]: lowerPostfix,
  [ts.SyntaxKind.PrefixUnaryExpression]: lowerPrefix,
  [ts.SyntaxKind.PropertyAccessExpression]: lowerAccess,
  [ts.SyntaxKind.RegularExpressionLiteral]: lowerRegularExpression,
  [ts.SyntaxKind.SatisfiesExpression]: lowerTransparent,
  [ts.SyntaxKind.StringLiteral]: lowerString,
  [ts.SyntaxKind.TaggedTemplateExpression]: lowerTaggedTemplate,
  [ts.SyntaxKind.TemplateExpression]: lowerTemplate,
  [ts.SyntaxKind.ThisKeyword]: lowerThis,
  [ts.SyntaxKind.TrueKeyword]: lowerTrue,
  [ts.SyntaxKind.TypeAssertionExpression]: lowerTransparent,
  [ts.SyntaxKind.TypeOfExpression]: lowerTypeof,
  [ts.SyntaxKind.VoidExpression]: lowerVoid,
  [ts.SyntaxKind.YieldExpression]: lowerYield,
};

/** The intermediate form of an expression. */
export function lowerExpression(context: LowerContext, node: ts.Expression): Expression {
  const lower = lowerers[node.kind];
  if (lower) return lower(context, node as never);
  report(context, node, unsupportedSyntax(`\`${ts.SyntaxKind[node.kind]}\``));
  return createUndefined(context, node);
}

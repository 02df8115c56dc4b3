import ts from "typescript";
import type { WrongArgument } from "../../../html/check/finding.ts";

/** Nested explanations that say more than that one type is not another: properties that are missing or of other types. */
const reasons: ReadonlySet<number> = new Set([2326, 2739, 2740, 2741]);

/** An argument that does not fit, or with none to blame a call of which no overload fits. */
export function describeArgument(
  call: ts.CallExpression,
  argument: ts.Expression | undefined,
  checker: ts.TypeChecker,
  messageText: ts.Diagnostic["messageText"],
): WrongArgument | undefined {
  const signature = checker.getResolvedSignature(call);
  if (!signature) return undefined;
  const print = (type: ts.Type): string => checker.typeToString(type, call);
  const printGiven = (each: ts.Expression): string =>
    isEvent(each) ? "$event" : print(checker.getTypeAtLocation(each));
  const name = call.expression.getText().replace(/^_/, "");
  const common = { type: "argument", signature: `${name}(${printParameters(signature, call, checker)})` } as const;
  if (!argument) {
    const given = call.arguments.map(printGiven).join(", ");
    return { ...common, given };
  }
  const type = checker.getTypeAtLocation(argument);
  const parameter = findParameter(signature, call.arguments.indexOf(argument), call, checker);
  if (!parameter) return undefined;
  const mayBe = findPartlyRight(type, parameter.type, checker);
  const reason = findReason(messageText);
  return {
    ...common,
    parameter: { name: parameter.name, type: print(parameter.type) },
    given: printGiven(argument),
    ...(isEvent(argument) && { isEvent: true }),
    ...(mayBe && { mayBe }),
    ...(reason !== undefined && !mayBe && { reason }),
  };
}

/** The record of the event has many parts, and none of them is the point. */
function isEvent(argument: ts.Expression): boolean {
  return argument.getText() === "_$event";
}

/** Whether some values of a type can be passed. Views cannot tell them apart in every case. */
export function findPartlyRight(type: ts.Type, wanted: ts.Type, checker: ts.TypeChecker): WrongArgument["mayBe"] {
  const present = checker.getNonNullableType(type);
  if (present !== type && (present.flags & ts.TypeFlags.Never) === 0) {
    if (checker.isTypeAssignableTo(present, wanted)) return "absent";
  }
  return checker.isTypeAssignableTo(checker.getNonNullableType(wanted), type) ? "other" : undefined;
}

function findParameter(
  { parameters }: ts.Signature,
  index: number,
  call: ts.CallExpression,
  checker: ts.TypeChecker,
): { name: string; type: ts.Type } | undefined {
  const symbol = parameters[Math.min(index, parameters.length - 1)];
  if (!symbol) return undefined;
  const type = checker.getTypeOfSymbolAtLocation(symbol, call);
  const { name } = symbol;
  if (!isRest(symbol)) return { name, type };
  return { name, type: checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? type };
}

function printParameters({ parameters }: ts.Signature, call: ts.CallExpression, checker: ts.TypeChecker): string {
  return parameters
    .map((symbol) => {
      const declaration = symbol.valueDeclaration;
      const isOptional = declaration && ts.isParameter(declaration) && checker.isOptionalParameter(declaration);
      const type = checker.typeToString(checker.getTypeOfSymbolAtLocation(symbol, call), call);
      return `${isRest(symbol) ? "..." : ""}${symbol.name}${isOptional ? "?" : ""}: ${type}`;
    })
    .join(", ");
}

function isRest({ valueDeclaration }: ts.Symbol): boolean {
  return (
    valueDeclaration !== undefined && ts.isParameter(valueDeclaration) && valueDeclaration.dotDotDotToken !== undefined
  );
}

function findReason(messageText: ts.Diagnostic["messageText"]): string | undefined {
  if (typeof messageText === "string") return undefined;
  const next = messageText.next?.find(({ code }) => reasons.has(code));
  return next && ts.flattenDiagnosticMessageText(next, " ").replace(/\s+/g, " ").replace(/\.$/, "");
}

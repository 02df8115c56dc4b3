import { CommonFlags, LiteralKind, NodeKind } from "./syntax-kinds.ts";
import type {
  DecoratorNode,
  Expression,
  FunctionDeclaration,
  LiteralExpression,
  NewExpression,
  StringLiteralExpression,
} from "assemblyscript";
import { LINEAR_MODULE, READ_RETURN_BUFFER, hostFunctions } from "@rune/schema";
import { findDeclaration } from "./border-types.ts";
import type { Reporter } from "./diagnostics.ts";
import { globalHints } from "./javascript-names.ts";
import { importForeign, importUnavailable } from "./messages.ts";
import { authorSources } from "./project.ts";
import type { Project } from "./project.ts";
import { visitUpwards } from "./syntax-tree.ts";

/**
 * Checks that functions which the author declares as imports are host functions, and that no class is used which
 * AssemblyScript's library only declares.
 */
export function analyzeImports(project: Project, reporter: Reporter): void {
  for (const source of authorSources(project)) {
    visitUpwards(source, (node) => {
      if (node.kind === NodeKind.New) {
        const { typeName } = node as NewExpression;
        const isPattern = typeName.identifier.text === "RegExp" && !findDeclaration(project.program, source, "RegExp");
        if (isPattern) {
          const place = reporter.place(typeName.range);
          reporter.add(importUnavailable(place.file, "RegExp", globalHints.get("RegExp"), place));
        }
      }
      if (node.kind !== NodeKind.FunctionDeclaration) return;
      const declaration = node as FunctionDeclaration;
      if (!declaration.is(CommonFlags.Ambient) || isHostFunction(declaration)) return;
      reporter.add(importForeign(reporter.place(declaration.name.range), declaration.name.text));
    });
  }
}

function isHostFunction({ decorators, name }: FunctionDeclaration): boolean {
  const external = decorators?.find(isExternal);
  const texts = (external?.args ?? []).map(textOf);
  const [module, imported] = texts.length === 1 ? [texts[0], name.text] : texts;
  if (module !== LINEAR_MODULE || imported === undefined) return false;
  return imported === READ_RETURN_BUFFER || Object.hasOwn(hostFunctions, imported);
}

function isExternal({ name }: DecoratorNode): boolean {
  return name.kind === NodeKind.Identifier && (name as Expression & { text: string }).text === "external";
}

function textOf(expression: Expression): string | undefined {
  const isText =
    expression.kind === NodeKind.Literal && (expression as LiteralExpression).literalKind === LiteralKind.String;
  return isText ? (expression as StringLiteralExpression).value : undefined;
}

import ts from "typescript";
import type { Choose } from "../random/choose.ts";
import { pick } from "../random/choose.ts";

/** Statements that other code may notice, or not; some of them are wrong in some places. */
const STATEMENTS = [
  ";",
  "{}",
  "let added = 1; added++;",
  "if (Math.random() > 2) throw new Error('never');",
  "setTimeout(() => {}, 0);",
  "globalThis.setTimeout(() => {}, 0);",
  "Object.assign(globalThis as object, {});",
  "Object.keys([1, 2]);",
  "for (const each of [1, 2].map((n) => n + 1)) if (each > 9) break;",
  "const key: string = String(Math.PI); (globalThis as any)[key] = 1;",
  "const unknown: unknown = [1]; if (typeof unknown === 'object' && unknown !== null) String(unknown);",
  "try { JSON.stringify(1); } catch {}",
  "return undefined as never;",
  "function inner(): number { return 1; } inner();",
  "const object = { added: 1 }; object.added = 2;",
  "arguments.length;",
];

/** A text with one of its functions' bodies changed. */
export function editBody(text: string, choose: Choose): string {
  const file = ts.createSourceFile("main.ts", text, ts.ScriptTarget.ES2023, true);
  const bodies: ts.Block[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isBlock(node) && ts.isFunctionLike(node.parent)) bodies.push(node);
    ts.forEachChild(node, collect);
  };
  collect(file);
  const body = pick(choose, bodies);
  const parts: ts.Node[] = [];
  const gather = (node: ts.Node): void => {
    parts.push(node);
    ts.forEachChild(node, gather);
  };
  ts.forEachChild(body, gather);
  const replace = (node: ts.Node, by: string): string => text.slice(0, node.getStart(file)) + by + text.slice(node.end);
  const statements = parts.filter(ts.isStatement);
  const statement = pick(choose, statements.length > 0 ? statements : [body]);
  const expressions = parts.filter(ts.isExpression);
  const number = parts.find(ts.isNumericLiteral);
  switch (choose(7)) {
    case 0:
      return number ? replace(number, String(Number(number.text) + 1)) : text;
    case 1:
      return replace(statement, statement === body ? "{ }" : "");
    case 2:
      return expressions.length > 1
        ? replace(pick(choose, expressions), pick(choose, expressions).getText(file))
        : replace(body, "{ }");
    case 3: {
      const operator = parts.find(ts.isBinaryExpression)?.operatorToken;
      return operator ? replace(operator, pick(choose, ["+", "-", "&&", "===", "=", "<"])) : text;
    }
    default: {
      const start = body.getStart(file) + 1;
      return `${text.slice(0, start)} ${pick(choose, STATEMENTS)} ${text.slice(start)}`;
    }
  }
}

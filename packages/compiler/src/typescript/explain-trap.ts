import type { Position, SourceMap, StackPlace } from "@rune/schema/source-map";
import { createStackMapper } from "@rune/schema/source-map";
import ts from "typescript";

/** What a stack or offsets of a module means to its author. */
export interface ExplainedTrap {
  /** The stack with the author's files, lines and functions. */
  stack: string;
  /** The innermost place that the author wrote, if there is one. */
  place?: StackPlace;
}

/**
 * Tells where in the source a module failed in production, where modules have neither names nor maps. `trace` is the stack of the error (of
 * its `cause`, where the host has made an error of its own), as an engine wrote it, or the offsets that the host tells as `data.offsets`.
 * `sourceMap` is what the compiler made together with the same bytes.
 */
export function explainTrap(trace: string | readonly number[], sourceMap: string): ExplainedTrap {
  const map = JSON.parse(sourceMap) as SourceMap;
  const mapStack = createStackMapper(map, { nameFunction: createFunctionFinder(map) });
  const { text, place } = mapStack(
    typeof trace === "string"
      ? trace
      : trace.map((each) => `    at wasm://wasm/module:wasm-function[0]:0x${each.toString(16)}`).join("\n"),
  );
  return { stack: text, ...(place && { place }) };
}

/** Finds the names of functions in the texts that a map keeps. */
function createFunctionFinder({ sources, sourcesContent }: SourceMap): (position: Position) => string | undefined {
  const files = new Map<string, ts.SourceFile | undefined>();
  return ({ file, line, column }) => {
    if (!files.has(file)) {
      const text = sourcesContent?.[sources.indexOf(file)];
      files.set(file, typeof text === "string" ? ts.createSourceFile(file, text, ts.ScriptTarget.Latest) : undefined);
    }
    const source = files.get(file);
    const start = source?.getLineStarts()[line - 1];
    return source && start !== undefined ? nameAt(source, start + column - 1) : undefined;
  };
}

function nameAt(source: ts.SourceFile, offset: number): string | undefined {
  let name: string | undefined;
  const visit = (node: ts.Node, given: string | undefined): void => {
    if (offset < node.getStart(source) || offset >= node.end) return;
    if (ts.isFunctionLike(node)) name = nameOf(node, source) ?? given;
    // A function without a name goes by that of what it initialises.
    const own =
      ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node)
        ? node.name.getText(source)
        : undefined;
    node.forEachChild((child) => visit(child, ts.isParenthesizedExpression(node) ? given : own));
  };
  source.forEachChild((child) => visit(child, undefined));
  return name;
}

function nameOf(node: ts.SignatureDeclaration, source: ts.SourceFile): string | undefined {
  return ts.isConstructorDeclaration(node) ? "constructor" : node.name?.getText(source);
}

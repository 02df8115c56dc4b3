import type { IrFunction, IrVariable } from "../ir/index.ts";
import { Builder, createVariable } from "./build.ts";
import { useInside } from "./segments.ts";
import { walkStatements } from "../ir/walk.ts";

/** A function that is being divided: what remains of it, and the function that gets its code. */
export interface Shell {
  /** Builds in what remains. */
  outer: Builder;
  /** Runs the code from stop to stop. */
  resumed: IrFunction;
}

/**
 * Moves the code of a function into one inside of it, with the variables that it declares. Parameters and the receiver stay; a parameter that is
 * assigned to becomes a variable there, which starts with what the parameter was given.
 */
export function createShell(definition: IrFunction): Shell {
  const { name, library, position, expressions, body } = definition;
  const resumed: IrFunction = {
    type: "function",
    name,
    kind: "ordinary",
    parameters: [],
    thisVariable: undefined,
    body: [],
    parent: definition,
    generic: false,
    library,
    analyzed: undefined,
    kept: [],
    expressions,
    position,
  };
  definition.kind = "ordinary";
  definition.expressions = 0;
  moveVariables(definition, resumed);
  moveFunctions(definition, resumed);
  const inner = new Builder(resumed);
  for (const parameter of definition.parameters) {
    const { variable } = parameter;
    if (variable.writes === 0) {
      variable.captured = true;
      continue;
    }
    const given: IrVariable = { ...createVariable(definition, variable.name, position), kind: "parameter" };
    parameter.variable = given;
    variable.owner = resumed;
    variable.kind = "let";
    body.unshift(inner.declare(variable, inner.read(given)));
  }
  if (definition.thisVariable) definition.thisVariable.captured = true;
  return { outer: new Builder(definition), resumed };
}

function moveVariables(from: IrFunction, to: IrFunction): void {
  const staying = new Set(from.parameters.map(({ variable }) => variable));
  if (from.thisVariable) staying.add(from.thisVariable);
  useInside(
    from,
    (variable) => {
      if (variable.owner === from && !staying.has(variable)) variable.owner = to;
    },
    new Set(),
  );
}

function moveFunctions(from: IrFunction, to: IrFunction): void {
  walkStatements(from.body, {
    function(inner) {
      if (inner.parent === from) inner.parent = to;
    },
  });
}

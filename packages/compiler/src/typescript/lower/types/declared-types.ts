import ts from "typescript";
import type { BorderFunction, BorderType, DeclaredTypes, IrFunction, Shape } from "../../ir/index.ts";
import type { SharedContext } from "../context.ts";
import { borderTypeOf } from "./border-type.ts";

/** The types that the program declares for its classes, literals and functions. */
export function declaredTypes(shared: SharedContext): DeclaredTypes {
  const { checker } = shared;
  let nodes: Map<IrFunction, ts.Node> | undefined;
  return {
    ofClass(definition) {
      const type = shared.classTypes.get(definition);
      return type && borderTypeOf(shared, type);
    },
    ofShape(shape) {
      const type = shapeType(shared, shape);
      return type && borderTypeOf(shared, type);
    },
    ofFunction(definition) {
      nodes ??= new Map([...shared.functions].map(([node, made]) => [made, node]));
      const node = nodes.get(definition);
      return node && functionType(borderTypeOf(shared, checker.getTypeAtLocation(node)));
    },
  };
}

function functionType(type: BorderType): BorderFunction | undefined {
  return type.type === "function" ? type : undefined;
}

/** The type of a shape's objects; of several instantiations of one declaration, the declaration. */
function shapeType({ checker, shapeTypes }: SharedContext, shape: Shape): ts.Type | undefined {
  const [first, ...others] = shapeTypes.get(shape) ?? [];
  if (!first || others.length === 0) return first;
  const { symbol } = first;
  return symbol && others.every((other) => other.symbol === symbol) && symbol.flags & TYPE
    ? checker.getDeclaredTypeOfSymbol(symbol)
    : first;
}

const TYPE = ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias;

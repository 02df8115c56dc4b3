import ts from "typescript";
import { isAmbient } from "../variables.ts";

/** Whether a constant enum is only declared, so that there are its constants and no object of them. */
export function isDeclaredOnly({ flags, declarations = [] }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.ConstEnum) !== 0 && declarations.every(isAmbient);
}

import { NodeKind } from "./syntax-kinds.ts";
import type {
  ClassDeclaration,
  DeclarationStatement,
  ExportStatement,
  ImportStatement,
  NamedTypeNode,
  Program,
  Source,
  Statement,
  TypeDeclaration,
  TypeNode,
  VariableStatement,
} from "assemblyscript";
import type { ValueType } from "@rune/schema";

/** How a type crosses the border: its wire type and, for numbers, AssemblyScript's own. */
export interface BorderType {
  value: ValueType;
  /** The author's basic type, such as `u8`. */
  native: string;
  /** The value is no `rune.Json` yet and becomes one by `rune.json`. */
  converts?: true;
}

const numbers: Readonly<Record<string, ValueType>> = {
  i8: "i32",
  i16: "i32",
  i32: "i32",
  isize: "i32",
  u8: "u32",
  u16: "u32",
  u32: "u32",
  usize: "u32",
  i64: "i64",
  u64: "u64",
  f32: "f32",
  f64: "f64",
  number: "f64",
  bool: "bool",
  boolean: "bool",
};

/** A declaration of a name, and the file in which it stands. */
export interface Declared {
  declaration: DeclarationStatement;
  source: Source;
}

const MAX_ALIASES = 32;

/** Resolves the type of an exported function's parameter or result as far as the border is concerned. */
export function resolveBorderType(
  program: Program,
  source: Source,
  type: TypeNode,
  role: "parameter" | "result",
  depth = 0,
): BorderType | undefined {
  if (type.kind !== NodeKind.NamedType || depth > MAX_ALIASES) return undefined;
  const named = type as NamedTypeNode;
  const { identifier, next } = named.name;
  const inner = (node: TypeNode, from = source): BorderType | undefined =>
    resolveBorderType(program, from, node, role, depth + 1);
  const converted: BorderType = { value: "json", native: "json", converts: true };
  if (next) {
    if (identifier.text !== "rune" || next.identifier.text !== "Json" || next.next) return undefined;
    if (!named.isNullable) return { value: "json", native: "json" };
    return role === "result" ? converted : undefined;
  }
  const declared = findDeclaration(program, source, identifier.text);
  if (declared) {
    const { declaration } = declared;
    if (declaration.kind === NodeKind.TypeDeclaration) {
      const resolved = inner((declaration as TypeDeclaration).type, declared.source);
      return named.isNullable && role === "result" && resolved ? converted : named.isNullable ? undefined : resolved;
    }
    if (declaration.kind === NodeKind.EnumDeclaration) return { value: "i32", native: "i32" };
    const isData = declaration.kind === NodeKind.ClassDeclaration && hasToJson(program, declared);
    return isData && role === "result" ? converted : undefined;
  }
  const number = numbers[identifier.text];
  if (number) return { value: number, native: identifier.text };
  if (identifier.text === "string" || identifier.text === "String") {
    if (!named.isNullable) return { value: "string", native: "string" };
    return role === "result" ? converted : undefined;
  }
  const item = named.typeArguments?.[0];
  const isList = identifier.text === "Array" || identifier.text === "StaticArray";
  return role === "result" && isList && item && inner(item) ? converted : undefined;
}

/** Finds what declares a name at the top of a file, through imports and re-exports. */
export function findDeclaration(program: Program, source: Source, name: string, depth = 0): Declared | undefined {
  if (depth > MAX_ALIASES) return undefined;
  for (const statement of source.statements) {
    const own = declarationsOf(statement).find((declaration) => declaration.name.text === name);
    if (own) return { declaration: own, source };
    if (statement.kind === NodeKind.Import) {
      const { declarations, internalPath } = statement as ImportStatement;
      const imported = declarations?.find((declaration) => declaration.name.text === name);
      const target = imported && findSource(program, internalPath);
      if (target) return findExport(program, target, imported.foreignName.text, depth + 1);
    }
  }
  return undefined;
}

/** Finds what a file exports under a name. */
export function findExport(program: Program, source: Source, name: string, depth = 0): Declared | undefined {
  if (depth > MAX_ALIASES) return undefined;
  for (const statement of source.statements) {
    if (statement.kind !== NodeKind.Export) continue;
    const { members, internalPath } = statement as ExportStatement;
    const member = members?.find(({ exportedName }) => exportedName.text === name);
    if (members && !member) continue;
    const target = internalPath === null ? source : findSource(program, internalPath);
    if (!target) continue;
    const local = member ? member.localName.text : name;
    const found =
      target === source
        ? findDeclaration(program, source, local, depth + 1)
        : findExport(program, target, local, depth + 1);
    if (found) return found;
  }
  return findDeclaration(program, source, name, depth + 1);
}

/** The declarations that a top-level statement makes. */
export function declarationsOf(statement: Statement): DeclarationStatement[] {
  switch (statement.kind) {
    case NodeKind.Variable:
      return (statement as VariableStatement).declarations;
    case NodeKind.ClassDeclaration:
    case NodeKind.InterfaceDeclaration:
    case NodeKind.EnumDeclaration:
    case NodeKind.FunctionDeclaration:
    case NodeKind.NamespaceDeclaration:
    case NodeKind.TypeDeclaration:
      return [statement as DeclarationStatement];
    default:
      return [];
  }
}

/** The parsed file of an import's path. */
export function findSource(program: Program, internalPath: string): Source | undefined {
  return program.sources.find(
    (source) => source.internalPath === internalPath || source.internalPath === `${internalPath}/index`,
  );
}

function hasToJson(program: Program, declared: Declared, depth = 0): boolean {
  const { members, extendsType } = declared.declaration as ClassDeclaration;
  if (members.some((member) => member.name.text === "to_json")) return true;
  if (!extendsType || depth > MAX_ALIASES) return false;
  const base = findDeclaration(program, declared.source, extendsType.name.identifier.text);
  return base?.declaration.kind === NodeKind.ClassDeclaration && hasToJson(program, base, depth + 1);
}

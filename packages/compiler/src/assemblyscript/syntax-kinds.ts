// AssemblyScript declares these as constant enums, which isolated modules cannot read. A test compares them with the
// compiler's own values.

/** Kinds of syntax nodes. */
export const NodeKind = {
  NamedType: 1,
  FunctionType: 2,
  Parameter: 6,
  Identifier: 7,
  Binary: 9,
  Call: 10,
  Class: 11,
  ElementAccess: 13,
  Function: 15,
  Literal: 17,
  New: 18,
  Null: 19,
  Parenthesized: 21,
  PropertyAccess: 22,
  Ternary: 23,
  UnaryPostfix: 28,
  UnaryPrefix: 29,
  Export: 36,
  Import: 43,
  Throw: 46,
  Variable: 48,
  ClassDeclaration: 52,
  EnumDeclaration: 53,
  FieldDeclaration: 55,
  FunctionDeclaration: 56,
  MethodDeclaration: 59,
  InterfaceDeclaration: 58,
  NamespaceDeclaration: 60,
  TypeDeclaration: 61,
  VariableDeclaration: 62,
} as const;

/** Kinds of literals. */
export const LiteralKind = { String: 2, Template: 3, Array: 5, Object: 6 } as const;

/** Flags of declarations. */
export const CommonFlags = { Export: 2, Static: 32, Private: 512, Ambient: 32768, Constructor: 524288 } as const;

/** Tokens that are operators. `Plus_Equals` to `Caret_Equals` are the compound assignments. */
export const Token = { Equals: 101, Plus_Equals: 102, Caret_Equals: 113, Plus_Plus: 87, Minus_Minus: 88 } as const;

/** Kinds of program elements. */
export const ElementKind = { Function: 5 } as const;

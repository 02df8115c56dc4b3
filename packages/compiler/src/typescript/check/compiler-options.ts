import ts from "typescript";

/** An option that makes checks stricter or looser. */
export type StrictOption =
  | `strict${"" | "BindCallApply" | "BuiltinIteratorReturn" | "FunctionTypes" | "NullChecks" | "PropertyInitialization"}`
  | "noImplicitAny"
  | "noImplicitThis"
  | "useUnknownInCatchVariables";

/** Which checks are made, as strict as they can be or looser. */
export const strictOptions: readonly StrictOption[] = [
  "strict",
  "noImplicitAny",
  "noImplicitThis",
  "strictBindCallApply",
  "strictBuiltinIteratorReturn",
  "strictFunctionTypes",
  "strictNullChecks",
  "strictPropertyInitialization",
  "useUnknownInCatchVariables",
];

/** What an author may decide: which programs are errors, and nothing that changes what they mean. */
const authorOptions = [
  ...strictOptions,
  "allowUnreachableCode",
  "allowUnusedLabels",
  "erasableSyntaxOnly",
  "exactOptionalPropertyTypes",
  "noFallthroughCasesInSwitch",
  "noImplicitOverride",
  "noImplicitReturns",
  "noPropertyAccessFromIndexSignature",
  "noUncheckedIndexedAccess",
  "noUnusedLocals",
  "noUnusedParameters",
] satisfies (keyof ts.CompilerOptions)[];

/** The options of a check: strict ES2023 modules, loosened or tightened as the author says. */
export function resolveCompilerOptions(author: ts.CompilerOptions = {}): ts.CompilerOptions {
  const chosen = authorOptions.flatMap((name) => {
    const value = author[name];
    return typeof value === "boolean" ? [[name, value] as const] : [];
  });
  return {
    strict: true,
    ...Object.fromEntries(chosen),
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    // A file without imports and exports is a module all the same: its names are its own.
    moduleDetection: ts.ModuleDetectionKind.Force,
    allowImportingTsExtensions: true,
    useDefineForClassFields: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
}

/**
 * Whether types say of every value what it can be: without that, a type leaves out `null`, and a variable that begins empty is
 * anything.
 */
export function areTypesComplete({ strict, strictNullChecks, noImplicitAny }: ts.CompilerOptions): boolean {
  return Boolean(strictNullChecks ?? strict) && Boolean(noImplicitAny ?? strict);
}

import ts from "typescript";

/** What an author's `tsconfig.json` may decide: which programs are errors, and nothing that changes what they mean. */
const authorOptions = [
  "allowUnreachableCode",
  "allowUnusedLabels",
  "erasableSyntaxOnly",
  "exactOptionalPropertyTypes",
  "noFallthroughCasesInSwitch",
  "noImplicitAny",
  "noImplicitOverride",
  "noImplicitReturns",
  "noImplicitThis",
  "noPropertyAccessFromIndexSignature",
  "noUncheckedIndexedAccess",
  "noUnusedLocals",
  "noUnusedParameters",
  "strict",
  "strictBindCallApply",
  "strictBuiltinIteratorReturn",
  "strictFunctionTypes",
  "strictNullChecks",
  "strictPropertyInitialization",
  "useUnknownInCatchVariables",
] as const satisfies readonly (keyof ts.CompilerOptions)[];

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

import ts from "typescript";

/** Creates a checker over one file alone, which imports nothing. */
export function createFileChecker(file: ts.SourceFile, options: ts.CompilerOptions): ts.TypeChecker {
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === file.fileName ? file : undefined),
    getDefaultLibFileName: () => file.fileName,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => name === file.fileName,
    readFile: () => undefined,
    writeFile: () => undefined,
  };
  const alone = { ...options, noLib: true, noResolve: true, types: [] };
  return ts.createProgram({ rootNames: [file.fileName], options: alone, host }).getTypeChecker();
}

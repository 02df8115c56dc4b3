import { compileTypeScript } from "../../../src/typescript/compile.ts";

/** Names of the functions that a program exports and that change something, sorted; it throws if the program does not compile. */
export function findImpure(source: string): string[] {
  const { module, diagnostics } = compileTypeScript({ file: "main.ts", source, readFile: () => undefined });
  if (!module || diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const functions = module.exports.filter(({ type }) => type.type === "function").map(({ name }) => name);
  return functions.filter((name) => !module.purity.pure.has(name)).sort();
}

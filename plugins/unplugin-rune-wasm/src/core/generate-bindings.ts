import type { CompiledModule } from "@rune/compiler/engines";
import type { ModuleEntry } from "@rune/schema";
import type { BytesSource } from "./deliver/bytes-source.ts";
import type { ImportKind } from "./import-id.ts";

/** What bindings are generated from. */
export interface BindingsInput {
  /** What the module is called in messages. */
  file: string;
  module: CompiledModule;
  kind: ImportKind;
  source: BytesSource;
}

/** Generates the ES module that stands for a compiled module. */
export function generateBindings(input: BindingsInput): string {
  const lines = [...input.source.imports, ...(input.module.abi === "gc" ? bindExports(input) : callExports(input))];
  return `${lines.join("\n")}\n`;
}

/** Bindings of ordinary TypeScript: the runtime makes of its exports what they are in the source. */
function bindExports({ file, module, kind, source }: BindingsInput): string[] {
  const args = [source.expression, JSON.stringify(file)];
  const lines = ['import { openModule } from "unplugin-rune-wasm/runtime";'];
  const options = source.units === undefined ? [] : [`units: ${source.units}`];
  if (module.sourceMap !== undefined) {
    lines.push('import { createStackMapper } from "unplugin-rune-wasm/runtime-development";');
    options.push("createStackMapper");
  }
  if (options.length > 0) args.push(`{ ${options.join(", ")} }`);
  const open = `openModule(${args.join(", ")})`;
  if (kind === "init") return [...lines, `export const init = async () => (await ${open}).exports;`];
  const exports = module.interface?.exports ?? [];
  lines.push(`const { exports, onRun } = await ${open};`);
  exports.forEach(({ name }, index) => {
    lines.push(
      `let value${index} = exports[${JSON.stringify(name)}];`,
      `export { value${index} as ${exportName(name)} };`,
    );
  });
  const live = exports.flatMap((each, index) =>
    each.kind === "value" && each.live ? [`value${index} = exports[${JSON.stringify(each.name)}];`] : [],
  );
  if (live.length > 0) lines.push(`onRun(() => { ${live.join(" ")} });`);
  return lines;
}

/** Names that are no identifiers are written as strings. */
function exportName(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
}

/** Bindings of a module for linear memory: one function an export. */
function callExports({ file, module, kind, source }: BindingsInput): string[] {
  const entry: ModuleEntry = {
    file,
    kind: "controller",
    abi: module.abi,
    exports: module.exports,
    imports: module.imports,
    features: module.features,
    capabilities: module.capabilities,
    limits: module.limits,
  };
  const load = `loadModule(${source.expression}, ${JSON.stringify(entry)})`;
  const call = (name: string): string => `(...args) => instance.call(${JSON.stringify(name)}, args)`;
  const names = module.exports.map(({ name }) => name);
  const lines = ['import { loadModule } from "unplugin-rune-wasm/runtime";'];
  if (kind === "init") {
    const members = names.map((name) => `${JSON.stringify(name)}: ${call(name)}`);
    return [
      ...lines,
      `export const init = async () => { const instance = await ${load}; return { ${members.join(", ")} }; };`,
    ];
  }
  return [
    ...lines,
    `const instance = await ${load};`,
    ...names.map((name, i) => `const call${i} = ${call(name)};\nexport { call${i} as ${name} };`),
  ];
}

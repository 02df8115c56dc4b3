import { Buffer } from "node:buffer";
import type { CompiledModule } from "@rune/compiler/engines";
import type { ModuleEntry } from "@rune/schema";

/** How a module is imported: ready to use, or to be made ready. */
export type ImportKind = "ready" | "init";

/** Generates the ES module that stands for a compiled module. */
export function generateBindings(file: string, module: CompiledModule, kind: ImportKind): string {
  return module.abi === "gc" ? bindExports(file, module, kind) : callExports(file, module);
}

/** Bindings of ordinary TypeScript: the runtime makes of its exports what they are in the source. */
function bindExports(file: string, { bytes, interface: described }: CompiledModule, kind: ImportKind): string {
  const open = `openModule(${JSON.stringify(Buffer.from(bytes).toString("base64"))}, ${JSON.stringify(file)})`;
  const lines = ['import { openModule } from "unplugin-rune-wasm/runtime";'];
  if (kind === "init") {
    lines.push(`export const init = async () => (await ${open}).exports;`);
    return `${lines.join("\n")}\n`;
  }
  const exports = described?.exports ?? [];
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
  return `${lines.join("\n")}\n`;
}

/** Names that are no identifiers are written as strings. */
function exportName(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
}

/** Bindings of a module for linear memory: its bytes, and one function an export. */
function callExports(file: string, module: CompiledModule): string {
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
  const lines = [
    'import { loadModule } from "unplugin-rune-wasm/runtime";',
    `const bytes = ${JSON.stringify(Buffer.from(module.bytes).toString("base64"))};`,
    `const instance = await loadModule(bytes, ${JSON.stringify(entry)});`,
    ...module.exports.map(
      ({ name }, i) =>
        `const call${i} = (...args) => instance.call(${JSON.stringify(name)}, args);\nexport { call${i} as ${name} };`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

import { Buffer } from "node:buffer";
import type { CompiledModule } from "@rune/compiler/engines";
import type { ModuleEntry } from "@rune/schema";

/** Generates the ES module that stands for a compiled module: its bytes, and one function an export. */
export function generateBindings(file: string, module: CompiledModule): string {
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

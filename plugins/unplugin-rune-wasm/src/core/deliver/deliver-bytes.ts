import { Buffer } from "node:buffer";
import { basename } from "node:path";
import { unitsModule } from "@rune/host/strings";
import type { BytesSource, EmitBytes, EmitModule } from "./bytes-source.ts";

/** Small modules are written into the code, which saves a request; larger ones become files where the bundler can have them. */
export function deliverBytes(path: string, bytes: Uint8Array, limit: number, emit: EmitBytes | undefined): BytesSource {
  const emitted = bytes.length > limit ? emit?.(nameFile(path), bytes) : undefined;
  return emitted ?? { imports: [], expression: JSON.stringify(Buffer.from(bytes).toString("base64")) };
}

/** Modules for platforms that compile them before code runs are imported, whatever their size. */
export function deliverModule(path: string, bytes: Uint8Array, emit: EmitModule): BytesSource {
  const importModule = (name: string, file: string, content: Uint8Array): string =>
    `import ${name} from ${JSON.stringify(emit(file, content))};`;
  return {
    imports: [importModule("wasm", nameFile(path), bytes), importModule("units", "units.wasm", unitsModule)],
    expression: "wasm",
    units: "units",
  };
}

function nameFile(path: string): string {
  return `${basename(path).replace(/(?:\.wasm)?\.ts$/, "")}.wasm`;
}

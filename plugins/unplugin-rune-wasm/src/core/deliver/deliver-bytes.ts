import { Buffer } from "node:buffer";
import { basename } from "node:path";
import type { BytesSource, EmitBytes } from "./bytes-source.ts";

/** Small modules are written into the code, which saves a request; larger ones become files where the bundler can have them. */
export function deliverBytes(path: string, bytes: Uint8Array, limit: number, emit: EmitBytes | undefined): BytesSource {
  const emitted = bytes.length > limit ? emit?.(`${basename(path, ".ts")}.wasm`, bytes) : undefined;
  return emitted ?? { imports: [], expression: JSON.stringify(Buffer.from(bytes).toString("base64")) };
}

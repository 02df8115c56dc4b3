import { ByteBuffer } from "./byte-buffer.ts";

/** A module with a further custom section at its end. */
export function addCustomSection(bytes: Uint8Array, name: string, content: Uint8Array): Uint8Array {
  const section = new ByteBuffer(content.length + 64);
  section.name(name);
  section.bytes(content);
  const out = new ByteBuffer(bytes.length + section.length + 8);
  out.bytes(bytes);
  out.byte(0);
  out.u32(section.length);
  out.append(section);
  return out.toBytes();
}

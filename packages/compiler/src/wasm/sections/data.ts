import type { ByteBuffer } from "../byte-buffer.ts";
import type { ModuleLayout } from "../layout.ts";

/** Writes how many data segments there are, which a validator must know before it reads code. */
export function writeDataCount(out: ByteBuffer, { data }: ModuleLayout): boolean {
  out.u32(data.length);
  return data.length > 0;
}

/** Writes the data segments, all of them passive. */
export function writeData(out: ByteBuffer, { data }: ModuleLayout): boolean {
  out.u32(data.length);
  for (const { bytes } of data) {
    out.byte(0x01);
    out.u32(bytes.length);
    out.bytes(bytes);
  }
  return data.length > 0;
}

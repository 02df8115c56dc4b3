/** Numbers that are drawn in one go: asking the source costs far more than the bytes. */
const BATCH = 64;

/** Numbers in [0, 1) with the 53 random bits that a float holds. */
export function createRandom(fill: (bytes: Uint8Array) => void): () => number {
  const bytes = new Uint8Array(BATCH * 8);
  const words = new Uint32Array(bytes.buffer);
  let next = BATCH;
  return () => {
    if (next === BATCH) {
      fill(bytes);
      next = 0;
    }
    const high = (words[next * 2] ?? 0) >>> 5;
    const low = (words[next * 2 + 1] ?? 0) >>> 6;
    next++;
    return (high * 0x400_0000 + low) / 0x20_0000_0000_0000;
  };
}

/** Random UUIDs, version 4 (RFC 9562). */
export function createUuid(fill: (bytes: Uint8Array) => void): () => string {
  return () => {
    const bytes = new Uint8Array(16);
    fill(bytes);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };
}

import { afterEach, expect, it, vi } from "vitest";
import { computeIntegrity } from "../src/index.ts";

afterEach(() => vi.unstubAllGlobals());

it("digests as Subresource Integrity does", async () => {
  expect(await computeIntegrity(new Uint8Array())).toBe("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
});

it("says where a page may check digests", async () => {
  for (const value of [undefined, {}]) {
    vi.stubGlobal("crypto", value);
    await expect(computeIntegrity(new Uint8Array())).rejects.toEqual(
      expect.objectContaining({ code: "digest_unavailable", message: expect.stringContaining("https:") as string }),
    );
  }
});

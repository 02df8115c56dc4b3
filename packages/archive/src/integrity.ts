import { digestUnavailable } from "./messages.ts";

/**
 * SHA-256 of some bytes in Subresource Integrity form, `sha256-<base64>`. Uses Web Crypto, which a browser offers to
 * pages from `https:` and from localhost only.
 * @throws RuneError `digest_unavailable` where there is no Web Crypto.
 */
export async function computeIntegrity(bytes: Uint8Array): Promise<string> {
  const subtle = typeof crypto === "undefined" ? undefined : crypto.subtle;
  if (!subtle) throw digestUnavailable();
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

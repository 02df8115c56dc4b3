// The web standard globals that this package uses; every platform has them, the ES library alone does not name them.
interface TextDecoderLike {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => TextDecoderLike;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const crypto: { subtle?: { digest(algorithm: "SHA-256", bytes: Uint8Array): Promise<ArrayBuffer> } };
declare function btoa(binary: string): string;

// The web standard globals that this package uses; every platform has them, the ES library alone does not name them.
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare function btoa(text: string): string;

// The web standard global that reading a module needs; every platform has it, the ES library alone does not name it.
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

// Intrinsics beside those of `intrinsics.d.ts`: values that are not there yet, tests of classes, and numbers packed by type.

/** No value at all: nothing flows from here. What has it may not be read before it has been given a value; it lets go of what was there. */
declare function $nothing<T>(): T;

/** Whether the value is an instance of a library class, which is named; a kind test. */
declare function $isInstance<T>(value: unknown, type: abstract new (...args: never[]) => T): boolean;
/** The value as one, where that has been tested. */
declare function $asInstance<T>(value: unknown, type: abstract new (...args: never[]) => T): T;
/** The value as what it can be besides, where that has been tested. */
declare function $exceptInstance<T>(value: unknown, type: abstract new (...args: never[]) => unknown): T;

/**
 * The object as one of the class that its class extends, of which no places are kept apart: what is done with it is analysed once for all classes that
 * extend that class.
 */
declare function $asBase<T extends object>(value: T): T;

/** `index >= 0 && index < length`, where the length is not negative. */
declare function $within(index: $int, length: $int): boolean;

/** How numbers are kept: signed and unsigned integers by their bits, and floats. */
type $numbers = "i8" | "u8" | "i16" | "u16" | "i32" | "u32" | "f32" | "f64";

/** Numbers of one type, as many as were asked for. `u8` and `i8` share their storage, as do the other sizes. */
interface $typed {
  readonly "@@typed": never;
}

// The type is always a literal; indices are in range; values are numbers, of which integers are cut to their bits.
/** All zero. */
declare function $typedNew(type: $numbers, length: $int): $typed;
declare function $typedLength(type: $numbers, storage: $typed): $int;
declare function $typedGet(type: $numbers, storage: $typed, index: $int): number;
declare function $typedSet(type: $numbers, storage: $typed, index: $int, value: number): void;
/** Copies between storages of one type, which may be one. */
declare function $typedCopy(type: $numbers, target: $typed, at: $int, source: $typed, from: $int, count: $int): void;
declare function $typedFill(type: $numbers, storage: $typed, value: number, from: $int, to: $int): void;

/** 32 bits of a storage of floats, by the number of the word: doubles have two, the lower one first. */
declare function $typedWord(type: "f32" | "f64", storage: $typed, index: $int): $int;
/** Writes 32 bits. Of an array of doubles numbers are from then on read with care: what is written may be no number that arithmetic gives. */
declare function $typedSetWord(type: "f32" | "f64", storage: $typed, index: $int, bits: $int): void;

/** The single float that has the bits. */
declare function $fromFloatBits(bits: $int): number;
/** The bits of the nearest single float. */
declare function $floatBits(x: number): $int;

/** The text whose UTF-16 units lie in a storage of `u16`. */
declare function $stringFromUnits(storage: $typed, start: $int, end: $int): string;
/** Writes the UTF-16 units of a text, for which there is room. */
declare function $stringIntoUnits(text: string, storage: $typed, at: $int): void;

/** Takes a level, `debug`, `info`, `warn` or `error`, which is a literal. */
declare function $host_log(level: string, text: string): void;
// Functions of the host, imports of module "rune:host". Those that answer later give a promise of JavaScript's.
declare function $host_core_dispatch_mutation(json: string): void;
declare function $host_get_local_state(key: string): string | undefined;
declare function $host_set_local_state(key: string, value: string): void;
declare function $host_delete_local_state(key: string): boolean;
declare function $host_clear_local_state(): void;
declare function $host_uuid_v4(): string;
declare function $host_clipboard_read(): $host;
declare function $host_clipboard_write(text: string): $host;
declare function $host_http_fetch(request: string): $host;
declare function $host_send_to_server(event: string): void;
declare function $host_server_rpc(method: string, parameters: string): $host;
declare function $host_send_to_host(message: string): void;
declare function $host_assets_fetch(path: string): $host | undefined;
declare function $host_file_bytes(name: string, size: number, lastModified: number): $host;
declare function $host_emit(name: string, detail: string): void;
declare function $host_set_timeout(id: string, milliseconds: number): void;
declare function $host_set_interval(id: string, milliseconds: number): void;
declare function $host_clear_timer(id: string): boolean;

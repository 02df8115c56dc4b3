/** Bounds of what a guest may ask of its host at once. */
export interface ClientLimits {
  /** UTF-16 units of a mutation's JSON. @default 4 Mi */
  mutationLength: number;
  /** UTF-16 units of a log line; longer ones are cut. @default 16 Ki */
  logLength: number;
  /** Bytes of a state key. @default 1 Ki */
  keyBytes: number;
  /** Bytes of a state value. @default 4 Mi */
  valueBytes: number;
}

/** Bounds that hold unless told otherwise. */
export const clientLimits: Readonly<ClientLimits> = {
  mutationLength: 4_194_304,
  logLength: 16_384,
  keyBytes: 1024,
  valueBytes: 4_194_304,
};

/** Bounds of what a guest may ask of its services. */
export interface ServerLimits {
  /** UTF-16 units of an event, or of the parameters of a call. @default 1 Mi */
  messageLength: number;
  /** UTF-16 units of the name of a function. @default 256 */
  methodLength: number;
  /** UTF-16 units of a result. @default 8 Mi */
  resultLength: number;
  /** Calls that wait for their results at the same time. @default 64 */
  calls: number;
  /** Milliseconds that a call may take. @default 60,000 */
  callTime: number;
}

/** Bounds that hold unless told otherwise. */
export const serverLimits: Readonly<ServerLimits> = {
  messageLength: 1_048_576,
  methodLength: 256,
  resultLength: 8_388_608,
  calls: 64,
  callTime: 60_000,
};

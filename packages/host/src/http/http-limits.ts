/** Bounds of what a guest may ask of servers. */
export interface HttpLimits {
  /** UTF-16 units of a request's JSON. @default 4 Mi */
  requestLength: number;
  /** Bytes of an answer, its headers included. @default 8 Mi */
  responseBytes: number;
  /** Requests that wait for their answers at the same time. @default 16 */
  requests: number;
  /** Milliseconds that a request may take. @default 60,000 */
  requestTime: number;
}

/** Bounds that hold unless told otherwise. */
export const httpLimits: Readonly<HttpLimits> = {
  requestLength: 4_194_304,
  responseBytes: 8_388_608,
  requests: 16,
  requestTime: 60_000,
};

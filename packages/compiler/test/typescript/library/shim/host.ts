/** What the host gives, and control. References are handed to it as they are. */
export const hostIntrinsics = {
  $toHost: (value: unknown): unknown => value,
  $mention: (): void => {},
  $restricts: (): void => {},
  $fromHost: (value: unknown): unknown => value,
  $never: (): boolean => false,
  $unreachable(): never {
    throw new Error("unreachable");
  },
  $queueMicrotask: queueMicrotask,
  $host_get_random: Math.random,
  $host_get_time_ms: Date.now,
};

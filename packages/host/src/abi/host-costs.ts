/** What the host functions cost a guest in ticks, which are about nanoseconds, besides what its own code pays for a call. */
const costs: Readonly<Record<string, number>> = {
  log_debug: 10_000,
  log_info: 10_000,
  log_warn: 10_000,
  log_error: 10_000,
  get_local_state: 5000,
  set_local_state: 20_000,
  delete_local_state: 10_000,
  clear_local_state: 20_000,
  get_time_ms: 0,
  get_random: 0,
  clipboard_read: 50_000,
  clipboard_write: 50_000,
  http_fetch: 50_000,
  file_bytes: 50_000,
  send_to_server: 50_000,
  server_rpc: 50_000,
  send_to_host: 50_000,
};

/** What others cost, such as timers. */
const OTHERS = 5000;

const MUTATION = 25_000;

/** Reading, checking and applying a character of a mutation, which can be a list of very short ones. */
const MUTATION_CHARACTER = 100;

/** Ticks of a call with these parameters. */
export function hostCost(name: string, [first]: readonly unknown[]): number {
  const isMutation = name.endsWith("_mutation") && typeof first === "string";
  return isMutation ? MUTATION + first.length * MUTATION_CHARACTER : (costs[name] ?? OTHERS);
}

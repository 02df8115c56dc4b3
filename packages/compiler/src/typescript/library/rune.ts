/** What a controller asks its host for, besides what pages show. */
// oxlint-disable-next-line typescript/no-extraneous-class -- calls of its members resolve like those of any class.
export class rune {
  static log_debug(text: string): void {
    $host_log("debug", text);
  }

  static log_info(text: string): void {
    $host_log("info", text);
  }

  static log_warn(text: string): void {
    $host_log("warn", text);
  }

  static log_error(text: string): void {
    $host_log("error", text);
  }

  static get_local_state(key: string): string | null {
    return $host_get_local_state(key) ?? null;
  }

  static set_local_state(key: string, value: string): void {
    $host_set_local_state(key, value);
  }

  static delete_local_state(key: string): boolean {
    return $host_delete_local_state(key);
  }

  static clear_local_state(): void {
    $host_clear_local_state();
  }

  static get_time_ms(): number {
    return $host_get_time_ms();
  }

  static get_random(): number {
    return $host_get_random();
  }

  static uuid_v4(): string {
    return $host_uuid_v4();
  }

  static set_timeout(id: string, ms: number): void {
    $host_set_timeout(id, ms);
  }

  static set_interval(id: string, ms: number): void {
    $host_set_interval(id, ms);
  }

  static clear_timer(id: string): boolean {
    return $host_clear_timer(id);
  }
}

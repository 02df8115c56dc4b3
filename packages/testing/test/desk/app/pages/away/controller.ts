export function tick(): void {
  rune.log_info(`frame at ${Date.now()}`);
}

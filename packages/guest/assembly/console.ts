// Replaces AssemblyScript's `console`, which would import from the host's JavaScript.
import { log_debug, log_error, log_info, log_warn } from "rune/log";

export namespace console {
  export function assert<T>(condition: T, message: string = "assertion failed"): void {
    if (!condition) log_error(message);
  }

  export function log(message: string = ""): void {
    log_info(message);
  }

  export function debug(message: string = ""): void {
    log_debug(message);
  }

  export function info(message: string = ""): void {
    log_info(message);
  }

  export function warn(message: string = ""): void {
    log_warn(message);
  }

  export function error(message: string = ""): void {
    log_error(message);
  }
}

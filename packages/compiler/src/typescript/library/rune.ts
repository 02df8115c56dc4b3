import { fromHostBytes } from "./host-bytes.ts";
import { fromHostPromise } from "./host-promise.ts";
import { HostResponse, requestText, type FetchOptions } from "./host-response.ts";
import { parse } from "./json-parse.ts";
import { dataText, messageText, quoted, sendMutation, sendTogether } from "./mutations.ts";
import type { Promise } from "./promise.ts";
import type { Uint8Array } from "./uint8-array.ts";

const BYTE_ORDER_MARK = 0xfeff;

/** A file, as fields tell of it. */
interface ChosenFile {
  readonly name: string;
  readonly size: number;
  readonly lastModified?: number;
}

function readFile(file: ChosenFile): $host {
  return $host_file_bytes(file.name, file.size, file.lastModified ?? -1);
}

/** What a controller asks its host for. */
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

  static clipboard_read(): Promise<string | null> {
    return fromHostPromise($host_clipboard_read(), (text) => $js_host_text(text) ?? null);
  }

  static clipboard_write(text: string): Promise<boolean> {
    return fromHostPromise($host_clipboard_write(text), (isWritten) => $js_host_truthy(isWritten));
  }

  static fetch(url: string, options?: FetchOptions): Promise<HostResponse> {
    return fromHostPromise($host_http_fetch(requestText(url, options)), (bytes) => new HostResponse(bytes));
  }

  static send_to_server(event: unknown): void {
    $host_send_to_server(messageText(event));
  }

  static server_rpc(method: string, ...parameters: unknown[]): Promise<unknown> {
    return fromHostPromise($host_server_rpc(method, messageText(parameters)), (text) => parse($js_host_text(text)!));
  }

  static send_to_host(message: unknown): void {
    $host_send_to_host(messageText(message));
  }

  static asset(path: string): string {
    return `asset:assets/${path}`;
  }

  static assets_fetch(path: string): Uint8Array | null {
    const bytes = $host_assets_fetch(path);
    return $isUndefined(bytes) ? null : fromHostBytes(bytes!);
  }

  static assets_fetch_text(path: string): string | null {
    const bytes = $host_assets_fetch(path);
    return $isUndefined(bytes) ? null : $js_bytes_decode(bytes!);
  }

  static file_text(file: ChosenFile): Promise<string> {
    return fromHostPromise(readFile(file), (bytes) => {
      const text = $js_bytes_decode(bytes);
      return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
    });
  }

  static file_bytes(file: ChosenFile): Promise<Uint8Array> {
    return fromHostPromise(readFile(file), (bytes) => fromHostBytes(bytes));
  }

  static update_data(node: string, updates: object): void {
    sendMutation(`{"type":"UpdateData","node_id":${quoted(node)},"updates":${dataText(updates)}}`);
  }

  static update_view(node: string, props: object): void {
    sendMutation(`{"type":"UpdateView","node_id":${quoted(node)},"props":${dataText(props)}}`);
  }

  static replace_text(node: string, text: string): void {
    sendMutation(`{"type":"ReplaceText","target":${quoted(node)},"text":${quoted(text)}}`);
  }

  static remove_node(node: string): void {
    sendMutation(`{"type":"RemoveNode","node_id":${quoted(node)}}`);
  }

  static navigate(view: string, params?: object | null): void {
    if (params === undefined || params === null) sendMutation(`{"type":"Navigate","view_id":${quoted(view)}}`);
    else sendMutation(`{"type":"Navigate","view_id":${quoted(view)},"params":${dataText(params)}}`);
  }

  static navigate_replace(view: string, params?: object | null): void {
    const given = params === undefined || params === null ? "{}" : dataText(params);
    sendMutation(`{"type":"Navigate","view_id":${quoted(view)},"params":${given},"replace":true}`);
  }

  static navigate_back(): void {
    sendMutation('{"type":"NavigateBack"}');
  }

  static show_overlay(id: string): void {
    sendMutation(`{"type":"ShowOverlay","overlay_id":${quoted(id)}}`);
  }

  static hide_overlay(id: string): void {
    sendMutation(`{"type":"HideOverlay","overlay_id":${quoted(id)}}`);
  }

  static focus(target: string): void {
    sendMutation(`{"type":"Focus","target":${quoted(target)}}`);
  }

  static scroll_to(target: string): void {
    sendMutation(`{"type":"ScrollTo","target":${quoted(target)}}`);
  }

  static emit(name: string, detail?: unknown): void {
    $host_emit(name, $isUndefined(detail) ? "" : messageText(detail));
  }

  static batch(change: () => void): void {
    sendTogether(change);
  }

  static core_dispatch_mutation(json: string): void {
    sendMutation(json);
  }

  static execute_mutation(json: string): void {
    sendMutation(json);
  }

  static rune_execute_mutation(json: string): void {
    sendMutation(json);
  }
}

/// <reference path="./platform.d.ts" />
// What controllers in ordinary TypeScript find beside the standard ES library and the parts of the web platform that need no page. The
// compiler checks them with these types, too.

/** How `rune.fetch` asks. */
interface RuneFetchOptions {
  /** `GET`, `HEAD`, `POST`, `PUT`, `PATCH`, `DELETE` or `OPTIONS`. @default "GET" */
  method?: string;
  /** Headers by their names, save those that are the platform's own, such as `Cookie`, `Host` and `Origin`. */
  headers?: Record<string, string>;
  /** A text, sent as UTF-8, or bytes as they are. */
  body?: string | Uint8Array | ArrayBuffer;
  /** Milliseconds until the request fails; more than the host allows is cut. @default 60,000 */
  timeout_ms?: number;
}

/** What a server has answered. */
interface RuneResponse {
  /** Such as 200, or 404: that is an answer, too. */
  readonly status: number;
  /** Whether the status is from 200 to 299. */
  readonly ok: boolean;
  /** A header by its name, in any case; `null` when there is none, or it is a cookie. */
  header(name: string): string | null;
  /** The body as text of UTF-8. */
  text(): string;
  /** The body as it came. */
  bytes(): Uint8Array<ArrayBuffer>;
}

/** A file that the user has chosen, as `data-model` and `$event.target.files` tell of it. */
interface RuneFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Such as `text/csv`; empty where the browser does not know it. */
  readonly type: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly lastModified: number;
}

/** What a controller asks its host for. Nothing of the page is within reach. */
interface Rune {
  /** Writes a line to the host's log. Capability `log`. */
  log_debug(text: string): void;
  /** Writes a line to the host's log. Capability `log`. */
  log_info(text: string): void;
  /** Writes a line to the host's log. Capability `log`. */
  log_warn(text: string): void;
  /** Writes a line to the host's log. Capability `log`. */
  log_error(text: string): void;

  /** Reads what the app stored under a key; `null` when there is nothing. Kept across reloads. Capability `state`. */
  get_local_state(key: string): string | null;
  /** Stores a text under a key. Capability `state`. */
  set_local_state(key: string, value: string): void;
  /** Removes a key; whether it was there. Capability `state`. */
  delete_local_state(key: string): boolean;
  /** Removes everything that the app stored. Capability `state`. */
  clear_local_state(): void;

  /** Milliseconds since 1970 (UTC). Capability `time`. */
  get_time_ms(): number;
  /** A random number from 0 up to, not including, 1, of a cryptographic source. Capability `random`. */
  get_random(): number;
  /** A random UUID. Capability `random`. */
  uuid_v4(): string;

  /** Calls the export `on_timer(id)` once, after `ms` milliseconds. Capability `timers`. */
  set_timeout(id: string, ms: number): void;
  /** Calls the export `on_timer(id)` every `ms` milliseconds. Capability `timers`. */
  set_interval(id: string, ms: number): void;
  /** Stops a timer; whether there was one. Capability `timers`. */
  clear_timer(id: string): boolean;

  /** Reads the clipboard; `null` when it holds no text or the user refuses. Capability `clipboard`. */
  clipboard_read(): Promise<string | null>;
  /** Writes to the clipboard; whether that worked. Capability `clipboard`. */
  clipboard_write(text: string): Promise<boolean>;

  /**
   * Sends a request to one of the origins that the manifest names for the capability `http`. No redirect is followed, no cookies are sent. The
   * promise is rejected where there is no answer: the request is refused, the server cannot be reached, time is over.
   *
   * @example
   * const response = await rune.fetch("https://api.example.org/items");
   * const items = JSON.parse(response.text()) as Item[];
   */
  fetch(url: string, options?: RuneFetchOptions): Promise<RuneResponse>;

  /**
   * Sends an event, any plain data, to the app's services; whether one takes it is not told. What they send by themselves comes to the exports
   * `on_data(update)` and `on_server_response(message)`. Capability `server`.
   */
  send_to_server(event: unknown): void;
  /**
   * Calls an exported function of the app's services. Parameters and result are plain data; the result is taken for what `Result` says. The promise is
   * rejected where the function fails or the server cannot be reached. Capability `server`.
   *
   * @example
   * const user = await rune.server_rpc<User>("getUser", id);
   */
  server_rpc<Result = unknown>(method: string, ...parameters: unknown[]): Promise<Result>;

  /**
   * Sends a message, any plain data, to the page around the app; whether that listens is not told. What it sends comes to the export
   * `on_host_message(message)`. Capability `messaging`.
   */
  send_to_host(message: unknown): void;

  /**
   * The address of a file below `assets`, for an attribute of the view.
   *
   * @example
   * export const cover = rune.asset("img/cover.png");
   */
  asset(path: string): string;
  /** Bytes of an asset of the package; `null` when it has none of that path. */
  assets_fetch(path: string): Uint8Array<ArrayBuffer> | null;
  /** An asset of the package as text; `null` when it has none of that path. */
  assets_fetch_text(path: string): string | null;

  /**
   * Reads a file that a field of the app holds, as text of UTF-8, without a byte order mark. Rejects with an error where no field does any more, where the file has more than
   * 64 MiB, and where it cannot be read.
   */
  file_text(file: Pick<RuneFile, "name" | "size"> & Partial<Pick<RuneFile, "lastModified">>): Promise<string>;
  /** The same as bytes. */
  file_bytes(
    file: Pick<RuneFile, "name" | "size"> & Partial<Pick<RuneFile, "lastModified">>,
  ): Promise<Uint8Array<ArrayBuffer>>;

  /**
   * Merges values into the page's data; the bindings below the node follow. Variables that the controller exports are shown without that;
   * naming one here assigns it. Capability `ui`.
   */
  update_data(node: string, updates: object): void;
  /** Sets class, style, attributes and properties of a node; `null` removes. Capability `ui`. */
  update_view(node: string, props: object): void;
  /** Replaces the text of a node. Capability `ui`. */
  replace_text(node: string, text: string): void;
  /** Takes a node out of the page. Capability `ui`. */
  remove_node(node: string): void;
  /** Opens a view by its name or route. Capability `navigation`. */
  navigate(view: string, params?: object | null): void;
  /** The same in place of the page that shows, to which the way back then does not lead. Capability `navigation`. */
  navigate_replace(view: string, params?: object | null): void;
  /** Goes back to the previous route. Capability `navigation`. */
  navigate_back(): void;
  /** Opens a `<dialog>` of the view as a modal. Capability `ui`. */
  show_overlay(id: string): void;
  /** Closes an overlay. Capability `ui`. */
  hide_overlay(id: string): void;
  /** Moves the keyboard focus to the node of a `data-ref` name or id, at the end of the turn. Capability `ui`. */
  focus(target: string): void;
  /** Brings the node of a `data-ref` name or id into view, at the end of the turn. Capability `ui`. */
  scroll_to(target: string): void;
  /**
   * Tells the view around a component of an event, which it takes by `data-on-<name>="handler($event.detail)"` where it uses the component. It gets a
   * copy of `detail`, which is plain data. Only for controllers of components; who has no handler for it hears nothing.
   *
   * @example
   * rune.emit("saved", { id: book.id });
   */
  emit(name: string, detail?: unknown): void;
  /**
   * Sends the mutations of `change` as one: all or none, one render. Where it throws, none is sent.
   *
   * @example
   * rune.batch(() => {
   *   rune.update_data("list", { items });
   *   rune.hide_overlay("editor");
   * });
   */
  batch(change: () => void): void;
  /**
   * Sends one mutation that is JSON already, such as one that came as text. Capability `ui`; `Navigate` and `NavigateBack`
   * also need `navigation`.
   *
   * @example
   * rune.core_dispatch_mutation(`{"type":"ShowOverlay","overlay_id":"editor"}`);
   */
  core_dispatch_mutation(json: string): void;
  /** Other name of `core_dispatch_mutation`. */
  execute_mutation(json: string): void;
  /** Other name of `core_dispatch_mutation`. */
  rune_execute_mutation(json: string): void;
}

declare var rune: Rune;

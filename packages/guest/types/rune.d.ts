/** What a controller asks its host for. Everything is text, numbers and plain data; nothing of the page is within reach. */
declare namespace rune {
  /**
   * What becomes JSON by itself: plain values, lists and sets, object literals and maps, and instances of classes with
   * `to_json`.
   */
  type Data =
    | null
    | boolean
    | number
    | string
    | Json
    | Convertible
    | readonly Data[]
    | ReadonlySet<Data>
    | ReadonlyMap<string, Data>
    | ReadonlyMap<number, Data>
    | { readonly [name: string]: Data };

  /** A class whose instances can be passed as data. */
  interface Convertible {
    to_json(): Json;
  }

  /** Named data: an object literal, a JSON object, or an instance of a class with `to_json`. */
  type DataObject =
    | Json
    | Convertible
    | ReadonlyMap<string, Data>
    | ReadonlyMap<number, Data>
    | { readonly [name: string]: Data };

  /** Writes a line to the host's log. Capability `log`. */
  function log_debug(text: string): void;
  /** Writes a line to the host's log. Capability `log`. */
  function log_info(text: string): void;
  /** Writes a line to the host's log. Capability `log`. */
  function log_warn(text: string): void;
  /** Writes a line to the host's log. Capability `log`. */
  function log_error(text: string): void;

  /** Reads what the app stored under a key; `null` when there is nothing. Kept across reloads. Capability `state`. */
  function get_local_state(key: string): string | null;
  /** Stores a text under a key. Capability `state`. */
  function set_local_state(key: string, value: string): void;
  /** Removes a key; whether it was there. Capability `state`. */
  function delete_local_state(key: string): bool;
  /** Removes everything that the app stored. Capability `state`. */
  function clear_local_state(): void;

  /** Milliseconds since 1970 (UTC). Capability `time`. */
  function get_time_ms(): i64;
  /** A random number from 0 up to, not including, 1, of a cryptographic source. Capability `random`. */
  function get_random(): f64;
  /** A random UUID. Capability `random`. */
  function uuid_v4(): string;

  /** Calls the export `on_timer(id)` once, after `ms` milliseconds. Capability `timers`. */
  function set_timeout(id: string, ms: f64): void;
  /** Calls the export `on_timer(id)` every `ms` milliseconds. Capability `timers`. */
  function set_interval(id: string, ms: f64): void;
  /** Stops a timer; whether there was one. Capability `timers`. */
  function clear_timer(id: string): bool;

  /** Reads the clipboard; `null` when it holds no text or the user refuses. Capability `clipboard`. */
  function clipboard_read(): string | null;
  /** Writes to the clipboard; whether that worked. Capability `clipboard`. */
  function clipboard_write(text: string): bool;

  /**
   * Sends a request, JSON with `url` and perhaps `method`, `headers`, `body` (a text) and `timeout_ms`, to one of the origins that the manifest
   * names. The answer is a line with the status, a line `name: value` for each header, an empty line, and the body. Traps where there is no
   * answer. Capability `http`.
   */
  function http_fetch(request: string): Uint8Array;

  /** Sends an event, which is JSON, to the app's services; whether one takes it is not told. Capability `server`. */
  function send_to_server(event: string): void;
  /**
   * Calls a function of the app's services. The parameters are a JSON list, the result is JSON. Traps where the function fails or the server cannot be
   * reached. Capability `server`.
   *
   * @example
   * const user = rune.parse(rune.server_rpc("getUser", rune.json([id]).to_string()));
   */
  function server_rpc(method: string, parameters: string): string;

  /**
   * Sends a message, which is JSON, to the page around the app; whether that listens is not told. What it sends comes to the export
   * `on_host_message(message)`. Capability `messaging`.
   */
  function send_to_host(message: string): void;

  /**
   * The address of a file below `assets`, for an attribute of the view.
   *
   * @example
   * export const cover = rune.asset("img/cover.png");
   */
  function asset(path: string): string;
  /** Bytes of an asset of the package; `null` when it has none of that path. */
  function assets_fetch(path: string): Uint8Array | null;
  /** An asset of the package as text; `null` when it has none of that path. */
  function assets_fetch_text(path: string): string | null;

  /**
   * Reads a file that a field of the app holds, by what `$event.target.files` tells of it; waits. Traps where no field does any more, where the file has
   * more than 64 MiB, and where it cannot be read.
   */
  function file_bytes(name: string, size: f64, last_modified?: f64): Uint8Array;
  /** The same as text of UTF-8. */
  function file_text(name: string, size: f64, last_modified?: f64): string;

  /** Merges values into the data that a node sees; the bindings below follow. Capability `ui`. */
  function update_data(node: string, updates: DataObject): void;
  /** Sets class, style, attributes and properties of a node; `null` removes. Capability `ui`. */
  function update_view(node: string, props: DataObject): void;
  /** Replaces the text of a node. Capability `ui`. */
  function replace_text(node: string, text: string): void;
  /** Takes a node out of the page. Capability `ui`. */
  function remove_node(node: string): void;
  /** Opens a view by its name or route. Capability `navigation`. */
  function navigate(view: string, params?: DataObject | null): void;
  /** The same in place of the page that shows, to which the way back then does not lead. Capability `navigation`. */
  function navigate_replace(view: string, params?: DataObject | null): void;
  /** Goes back to the previous route. Capability `navigation`. */
  function navigate_back(): void;
  /** Opens a `<dialog>` of the view as a modal. Capability `ui`. */
  function show_overlay(id: string): void;
  /** Closes an overlay. Capability `ui`. */
  function hide_overlay(id: string): void;
  /** Moves the keyboard focus to the node of a `data-ref` name or id, at the end of the turn. Capability `ui`. */
  function focus(target: string): void;
  /** Brings the node of a `data-ref` name or id into view, at the end of the turn. Capability `ui`. */
  function scroll_to(target: string): void;
  /**
   * Sends the mutations of `change` as one: all or none, one render. `change` cannot use local variables around it.
   *
   * @example
   * rune.batch((): void => {
   *   rune.update_data("list", { items });
   *   rune.hide_overlay("editor");
   * });
   */
  function batch(change: () => void): void;
  /**
   * Sends one mutation that is JSON already, such as one that came as text. Capability `ui`; `Navigate` and `NavigateBack`
   * also need `navigation`.
   *
   * @example
   * rune.core_dispatch_mutation(`{"type":"ShowOverlay","overlay_id":"editor"}`);
   */
  function core_dispatch_mutation(json: string): void;
  /** Other name of `core_dispatch_mutation`. */
  function execute_mutation(json: string): void;
  /** Other name of `core_dispatch_mutation`. */
  function rune_execute_mutation(json: string): void;

  /**
   * Text of a number with 0 to 20 decimals, as JavaScript's `toFixed` writes it.
   *
   * @example
   * rune.to_fixed(2.5, 2); // "2.50"
   */
  function to_fixed(value: f64, digits: i32): string;

  /** An empty JSON object. */
  function object(): Json;
  /** An empty JSON array. */
  function array(): Json;
  /** JSON's `null`. */
  function null_value(): Json;
  /** Makes JSON of any data, such as an object literal. */
  function json(value: Data): Json;
  /** Reads JSON text; throws when it is not JSON. */
  function parse(text: string): Json;
  /** Reads JSON text; `null` when it is not JSON. */
  function try_parse(text: string): Json | null;

  /** A JSON value. Reading what is not there gives JSON's `null` or the fallback, so reads can be chained. */
  class Json {
    private constructor();
    readonly is_null: bool;
    readonly is_bool: bool;
    readonly is_number: bool;
    readonly is_string: bool;
    readonly is_array: bool;
    readonly is_object: bool;
    /** Number of items or properties; 0 for anything else. */
    readonly length: i32;
    /** Names of an object's properties, in order. */
    readonly keys: string[];
    /** Whether an object has a property. */
    has(key: string): bool;
    /** A property of an object. */
    get(key: string): Json;
    /** An item of an array, or a property by its place; negative indexes count from the end. */
    at(index: i32): Json;
    as_string(fallback?: string): string;
    as_number(fallback?: f64): f64;
    as_i32(fallback?: i32): i32;
    as_i64(fallback?: i64): i64;
    as_bool(fallback?: bool): bool;
    /** Sets a property of an object; throws for anything else. */
    set(key: string, value: Data): Json;
    /** Adds an item to an array; throws for anything else. */
    push(value: Data): Json;
    /** Removes a property; whether it was there. */
    remove(key: string): bool;
    /** Compact JSON text. */
    to_string(): string;
  }
}

import { encode } from "./border";
import { Json } from "./json";
import { quote } from "./json-text";
import { current_turn } from "./turn";

// @ts-ignore: decorator
@external("rune", "core_dispatch_mutation")
declare function dispatch(json: usize, length: i32): void;

/** Mutations of the open batch; `null` outside of one. */
let pending: string[] | null = null;
/** The turn that opened it. A trap can leave a batch open; it means nothing to later turns. */
let batch_turn: i32 = 0;

function deliver(mutation: string): void {
  const bytes = encode(mutation);
  dispatch(changetype<usize>(bytes), bytes.byteLength);
}

function send(mutation: string): void {
  const list = pending;
  if (list === null || batch_turn != current_turn) deliver(mutation);
  else list.push(mutation);
}

/** Sends a mutation that the author has written as JSON; inside of a batch it waits with the others. */
export function core_dispatch_mutation(json: string): void {
  send(json);
}

export function execute_mutation(json: string): void {
  send(json);
}

export function rune_execute_mutation(json: string): void {
  send(json);
}

export function update_data(node: string, updates: Json): void {
  send('{"type":"UpdateData","node_id":' + quote(node) + ',"updates":' + updates.to_string() + "}");
}

export function update_view(node: string, props: Json): void {
  send('{"type":"UpdateView","node_id":' + quote(node) + ',"props":' + props.to_string() + "}");
}

export function replace_text(node: string, text: string): void {
  send('{"type":"ReplaceText","target":' + quote(node) + ',"text":' + quote(text) + "}");
}

export function remove_node(node: string): void {
  send('{"type":"RemoveNode","node_id":' + quote(node) + "}");
}

export function navigate(view: string, params: Json | null = null): void {
  const start = '{"type":"Navigate","view_id":' + quote(view);
  send(params === null ? start + "}" : start + ',"params":' + params.to_string() + "}");
}

export function navigate_replace(view: string, params: Json | null = null): void {
  const given = params === null ? "{}" : params.to_string();
  send('{"type":"Navigate","view_id":' + quote(view) + ',"params":' + given + ',"replace":true}');
}

export function navigate_back(): void {
  send('{"type":"NavigateBack"}');
}

export function show_overlay(id: string): void {
  send('{"type":"ShowOverlay","overlay_id":' + quote(id) + "}");
}

export function hide_overlay(id: string): void {
  send('{"type":"HideOverlay","overlay_id":' + quote(id) + "}");
}

export function focus(target: string): void {
  send('{"type":"Focus","target":' + quote(target) + "}");
}

export function scroll_to(target: string): void {
  send('{"type":"ScrollTo","target":' + quote(target) + "}");
}

export function batch(change: () => void): void {
  if (pending !== null && batch_turn == current_turn) {
    change();
    return;
  }
  const list: string[] = [];
  pending = list;
  batch_turn = current_turn;
  change();
  pending = null;
  if (list.length > 0) deliver('{"type":"Batch","mutations":[' + list.join(",") + "]}");
}

import { encode, take_text } from "./border";

// @ts-ignore: decorator
@external("rune", "send_to_server")
declare function send(event: usize, length: i32): void;
// @ts-ignore: decorator
@external("rune", "server_rpc")
declare function call(method: usize, method_length: i32, parameters: usize, length: i32): i32;

export function send_to_server(event: string): void {
  const bytes = encode(event);
  send(changetype<usize>(bytes), bytes.byteLength);
}

export function server_rpc(method: string, parameters: string): string {
  const name = encode(method);
  const bytes = encode(parameters);
  return take_text(call(changetype<usize>(name), name.byteLength, changetype<usize>(bytes), bytes.byteLength))!;
}

import { error } from "../message.ts";
import type { Message } from "../message.ts";

/** `view_head_directive` */
export function headDirective(directive: string, tag: string, known: string): Message {
  const text = `\`${directive}\` has no meaning on <${tag}>`;
  return error("view_head_directive", text, `\`${known}="expr"\` is what it can have`);
}

/** A guest's text for a message: cut to a readable length, with control and direction characters written out. */
export function quote(text: string): string {
  const cut = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return `\`${cut.replace(/[\p{Cc}\p{Cf}\p{Cs}`]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)}\``;
}

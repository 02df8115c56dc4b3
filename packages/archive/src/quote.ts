/** Text of a stranger for a message: in back quotes, cut to a readable length. */
export function quote(text: string): string {
  return `\`${text.length > 120 ? `${text.slice(0, 120)}…` : text}\``;
}

/** Writes out what cannot be seen, or would change how the text around it looks. */
export function makeVisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`,
  );
}

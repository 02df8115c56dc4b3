/** How generated code comes to the bytes of a module. */
export interface BytesSource {
  /** Statements that stand first. */
  imports: readonly string[];
  /** An expression: text in base64, or the URL of a file. */
  expression: string;
}

/** Puts the bytes of a module, called `name`, into the bundler's output beside the code. `undefined`: it cannot, write them into the code. */
export type EmitBytes = (name: string, bytes: Uint8Array) => BytesSource | undefined;

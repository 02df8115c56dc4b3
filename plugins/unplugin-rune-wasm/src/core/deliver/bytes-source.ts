/** How generated code comes to a module. */
export interface BytesSource {
  /** Statements that stand first. */
  imports: readonly string[];
  /** An expression: text in base64, the URL of a file, or the module. */
  expression: string;
  /** An expression: the compiled module with which strings are read, where it has to be compiled before, too. */
  units?: string;
}

/** Puts the bytes of a module, called `name`, into the bundler's output beside the code. `undefined`: it cannot, write them into the code. */
export type EmitBytes = (name: string, bytes: Uint8Array) => BytesSource | undefined;

/** Puts the bytes of a module, called `name`, into the bundler's output. Gives what to import it by. */
export type EmitModule = (name: string, bytes: Uint8Array) => string;

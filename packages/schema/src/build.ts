/** `META-INF/BUILD.json`: how a package came to be. Two builds of the same source have the same record. */
export interface BuildRecord {
  format: "rune.build";
  version: 1;
  /** Version of the Rune compiler. */
  compiler: string;
  /**
   * Digest over the paths and bytes of the sources.
   * @pattern ^sha256-[A-Za-z0-9+/]{43}=$
   */
  source: string;
}

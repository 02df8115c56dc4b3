import type { FileTable, MarkupPolicy } from "@rune/schema";

/** What the checks of one view need. */
export interface ViewContext {
  /** The view's file, for messages. */
  file: string;
  /** Files of the package. */
  files: FileTable;
  /** Names of assets, and of all files, which they have if they have no other. */
  assets: ReadonlySet<string | undefined>;
  /** Names of the package's views. */
  views: ReadonlySet<string>;
  policy: MarkupPolicy;
}

/** A place in a view, as a JSON Pointer that is written out only for a message. */
export type Place = () => string;

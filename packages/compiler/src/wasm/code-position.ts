import type { Position } from "./position.ts";

/** From this byte of the module on, code comes from this place, until the next entry. */
export interface CodePosition {
  offset: number;
  /** Undefined for code that no author wrote. */
  position: Position | undefined;
}

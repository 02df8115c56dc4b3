export type { CodePosition } from "@rune/schema/source-map";

export type { Position } from "@rune/schema/source-map";

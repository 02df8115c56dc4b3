import type { BorderType } from "./border-type.ts";

/** Errors of all built-in classes are one type at the border: which class an error has is seen at run time. */
export const ERROR_TYPE: BorderType = { type: "library", name: "Error", arguments: [] };

/** Import module of the by-reference ABI. */
export const REFERENCE_MODULE = "rune:host";
/** Import module of JavaScript's own functions. */
export const JAVASCRIPT_MODULE = "rune:js";

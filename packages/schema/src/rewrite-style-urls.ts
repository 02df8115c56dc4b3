/** A reference that a style sheet writes as `url(…)` or announces with `@import`. */
export interface StyleReferenceToken {
  /** The token as it is written. */
  text: string;
  /** Where it begins. */
  offset: number;
  /** The address in `url(…)`, not empty; absent for `@import`. */
  url?: string;
}

/**
 * Rewrites what a style sheet refers to, outside of comments and strings. What is written so that this misses it, such as
 * with escapes, is still seen by `checkStyleSheet`, which has to judge the result.
 */
export function rewriteStyleUrls(css: string, rewrite: (token: StyleReferenceToken) => string): string {
  // Comments and strings are matched so that they are passed over.
  const token =
    /\/\*[^]*?(?:\*\/|$)|url\(\s*(?:"([^"\n]*)"\s*|'([^'\n]*)'\s*|([^()"'\s]+)\s*|)\)|(@import)\b|"(?:[^"\\\n]+|\\[^])*"?|'(?:[^'\\\n]+|\\[^])*'?/gi;
  return css.replace(
    token,
    (text, double?: string, single?: string, bare?: string, imported?: string, offset: number = 0) => {
      const url = double ?? single ?? bare ?? "";
      if (url !== "") return rewrite({ text, offset, url });
      return imported === undefined ? text : rewrite({ text, offset });
    },
  );
}

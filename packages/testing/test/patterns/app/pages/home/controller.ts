/** A regular expression of the browser's, which nothing can stop. */
export const firstWord = /\w+/.exec("one two")?.[0] ?? "";

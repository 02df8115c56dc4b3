/** Matches `./card.html?view`. */
export const viewQuery: RegExp = /\.html\?view$/;

/**
 * Most parameters that are passed one by one: engines take 1,000, and some are not the author's. A function with more gets its arguments in one
 * array.
 */
export const MAX_PARAMETERS = 900;

/**
 * Most properties of an object that has a field for each: engines take 10,000, and what makes such an object of JavaScript's values takes a
 * parameter for each. An object with more is a dictionary.
 */
export const MAX_FIELDS: number = MAX_PARAMETERS;

/** Kinds of values that are no guest objects, as a set of bits. */
export type Kinds = number;

export const UNDEFINED: Kinds = 1;
export const NULL: Kinds = 2;
export const BOOLEAN: Kinds = 4;
export const NUMBER: Kinds = 8;
export const STRING: Kinds = 16;
export const BIGINT: Kinds = 32;
export const SYMBOL: Kinds = 64;
/** A JavaScript value that the guest passes on by reference and cannot look into. */
export const HOST: Kinds = 128;

export const NULLISH: Kinds = UNDEFINED | NULL;
/** What an unknown value from JavaScript can be. */
export const ANYTHING: Kinds = UNDEFINED | NULL | BOOLEAN | NUMBER | STRING | BIGINT | SYMBOL | HOST;

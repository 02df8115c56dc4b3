/** Most layouts around a page: it lies in all of them, and browsers lay out recursively. */
export const MOST_LAYOUTS = 8;

/** Most elements deep that an outlet lies, itself included: what it takes may be as deep as a page alone. */
export const DEEPEST_OUTLET = 32;

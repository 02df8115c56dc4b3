/** Something that is JavaScript and not the view language: its name, and what to do instead. */
export interface RefusedSyntax {
  what: string;
  instead: string;
}

const inController = "do it in a function of the controller";
const assignment: RefusedSyntax = {
  what: "an assignment",
  instead: "an expression only reads; call a controller function from an event and let it update the data",
};
const bits: RefusedSyntax = { what: "a bit operation", instead: inController };
const comment: RefusedSyntax = { what: "a comment", instead: "write it as an HTML comment beside the element" };
const definition: RefusedSyntax = {
  what: "a function definition",
  instead: "in a handler write the call alone, such as `remove(row)`; do the rest in a function of the controller",
};
const step: RefusedSyntax = { what: "an assignment", instead: assignment.instead };

/** Signs and words with a meaning in JavaScript that a view has no use for. */
export const refusedSyntax: Readonly<Record<string, RefusedSyntax>> = {
  "=": assignment,
  "+=": assignment,
  "-=": assignment,
  "*=": assignment,
  "/=": assignment,
  "%=": assignment,
  "**=": assignment,
  "&=": assignment,
  "|=": assignment,
  "^=": assignment,
  "<<=": assignment,
  ">>=": assignment,
  ">>>=": assignment,
  "&&=": assignment,
  "||=": assignment,
  "??=": assignment,
  "++": step,
  "--": step,
  "&": bits,
  "|": bits,
  "^": bits,
  "~": bits,
  "<<": bits,
  ">>": bits,
  ">>>": bits,
  "**": { what: "a power", instead: inController },
  "//": comment,
  "/*": comment,
  "/": { what: "a regular expression", instead: inController },
  "=>": definition,
  function: definition,
  class: { what: "a class", instead: inController },
  "...": { what: "a spread", instead: "write the arguments one by one" },
  ",": { what: "a comma between expressions", instead: "write one expression" },
  ";": {
    what: "more than one statement",
    instead: "write one expression, or one call; a controller function can do several things",
  },
  "{": { what: "an object literal", instead: "put the object into the page's data" },
  "[": { what: "an array literal", instead: "put the list into the page's data" },
  "#": { what: "a private name", instead: "read a property of plain data" },
  new: { what: "`new`", instead: inController },
  delete: { what: "`delete`", instead: inController },
  typeof: { what: "`typeof`", instead: inController },
  void: { what: "`void`", instead: "write `undefined`" },
  await: { what: "`await`", instead: inController },
  yield: { what: "`yield`", instead: inController },
  import: { what: "`import`", instead: inController },
  this: { what: "`this`", instead: "name the data or the row variable itself" },
  super: { what: "`super`", instead: "name the data or the row variable itself" },
  in: { what: "the operator `in`", instead: "compare the property with `undefined`" },
  instanceof: { what: "the operator `instanceof`", instead: inController },
  let: { what: "a declaration", instead: "put the value into the page's data" },
  const: { what: "a declaration", instead: "put the value into the page's data" },
  var: { what: "a declaration", instead: "put the value into the page's data" },
  if: { what: "a statement", instead: "write `condition ? a : b`" },
  for: { what: "a statement", instead: "use the attribute `data-for`" },
  while: { what: "a statement", instead: inController },
  do: { what: "a statement", instead: inController },
  switch: { what: "a statement", instead: inController },
  return: { what: "a statement", instead: "write the value alone" },
  throw: { what: "a statement", instead: inController },
  try: { what: "a statement", instead: inController },
  debugger: { what: "a statement", instead: inController },
};

/** The entry of a sign or word, if it is refused. */
export function findRefusedSyntax(text: string): RefusedSyntax | undefined {
  return Object.hasOwn(refusedSyntax, text) ? refusedSyntax[text] : undefined;
}

/** Whether a word may name a row variable. */
export function isReservedWord(word: string): boolean {
  return (
    ["true", "false", "null", "undefined"].includes(word) ||
    (/^\w+$/.test(word) && findRefusedSyntax(word) !== undefined)
  );
}

/** What is done with the module. */
export const uses = {
  a: (m) => [
    m.capitalize("abc"),
    m.camel("foo-bar_baz qux"),
    m.words("a b a"),
    m.template("hi {n} {q}", { n: 5 }),
    m.query("?a=1&b=2&a=3&c"),
    m.roman(1994),
    m.lev("kitten", "sitting"),
    m.caesar("Hello, World", 3),
    m.csv("a, b\n1,2"),
    m.slug(" Crème Brûlée! "),
  ],
};

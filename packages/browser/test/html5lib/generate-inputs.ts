import * as fc from "fast-check";

/** Elements that have rules of their own in tree construction, and some that have none. */
const tags =
  "p b i a nobr font em table tbody tr td th caption colgroup col select option optgroup button input hr br img form li ul dl dd dt ruby rb rt rp rtc svg math mi mo mtext mglyph desc g circle div span h1 h2 pre listing main details summary marquee label image keygen menuitem x-y textarea title body html head".split(
    " ",
  );
const attributes = [
  'class="a"',
  "hidden",
  "title=x",
  'viewbox="0 0 1 1"',
  "definitionurl=x",
  'xlink:href="#a"',
  "xml:lang=en",
  "type=hidden",
  "color=red",
  "alt='a\"b'",
  "lang=&eacute;",
];
const texts = [
  "text",
  " ",
  "\n",
  "\r\n",
  "\t x",
  "&amp;",
  "&notit;",
  "&#65",
  "&#x80;",
  "&#0;",
  // At the very start of a document this browser ignores NUL, where the standard opens the body for it.
  "a\u0000b",
  "<!-- c -->",
  "<!>",
  "<?x?>",
  "<![CDATA[x]]>",
  "</>",
  "< ",
  "😀",
];

const pieces = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...tags), fc.array(fc.constantFrom(...attributes), { maxLength: 2 }), fc.nat(12))
      .map(([tag, list, slash]) => `<${[tag, ...list].join(" ")}${slash === 0 ? "/" : ""}>`),
  },
  { weight: 3, arbitrary: fc.constantFrom(...tags).map((tag) => `</${tag}>`) },
  { weight: 2, arbitrary: fc.constantFrom(...texts) },
);

/** Makes inputs of tags, text and oddities that are put together at random: the same for the same seed. */
export function generateInputs(count: number, seed: number): string[] {
  const page = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((all) => all.join(""));
  return fc.sample(page, { numRuns: count, seed });
}

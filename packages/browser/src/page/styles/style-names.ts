import { confineSelector } from "./confine-selector.ts";
import { mapSelector } from "./map-selector.ts";

/**
 * What style sheets of one app call by names that hold for the whole document. They get a prefix, so that neither apps nor the page around
 * them mean each other's.
 */
export interface StyleNames {
  /** Of the app's element: the value of its attribute, and the beginning of every name. */
  readonly id: string;
  /** Animations and font families that the sheets define, as they call them. */
  readonly own: Set<string>;
  /** The custom properties that properties with names take values from. */
  readonly sources: Map<string, Set<string>>;
}

/** Of one element there is one, as long as the element lives: an app that is mounted there again has the same. */
const known = new WeakMap<Element, StyleNames>();

/** The names of the app in this element. */
export function getStyleNames(element: Element): StyleNames {
  const names = known.get(element) ?? createStyleNames(`rune-${Math.random().toString(36).slice(2)}`);
  known.set(element, names);
  return names;
}

export function createStyleNames(id: string): StyleNames {
  return { id, own: new Set(), sources: new Map() };
}

/**
 * Comments, strings and addresses, which are passed over; layers; definitions of animations and of custom properties; declarations. Every alternative takes what it
 * can and then succeeds, so that no text is read twice.
 */
const token =
  /\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]+|\\[^])*"?|'(?:[^'\\\n]+|\\[^])*'?|url\([^)"']*|@layer\b([^{;}"'/]*)|@scope\b([^{;}"'/]*)|@(?:-webkit-)?keyframes\s+([^\s{;}]+)|@property\s+(--[\w-]+)\s*\{((?:[^{}"']+|"(?:[^"\\\n]+|\\[^])*"?|'(?:[^'\\\n]+|\\[^])*'?)*)\}?|(?<![\w.#:\\-])((?:-webkit-)?animation(?:-name)?|font(?:-family)?|--[\w-]+)\s*:((?:[^;{}"'/]+|"(?:[^"\\\n]+|\\[^])*"?|'(?:[^'\\\n]+|\\[^])*'?|\/\*[^]*?(?:\*\/|$)|\/)*)([;{}]?)/gi;

/** The selectors of a scope, with the parentheses of functions in functions. */
const inParentheses = /\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;

const confine = (_: string, selectors: string): string => `(${confineSelector(selectors, ":scope")})`;

const fontFaces = /@font-face\s*\{([^}]*)/gi;

/** Takes note of the names that a sheet defines, and of where it has values with names from. */
export function collectStyleNames(css: string, { own, sources }: StyleNames): void {
  for (const [, declarations = ""] of css.matchAll(fontFaces)) {
    const family = /(?<![\w-])font-family\s*:([^;]+)/i.exec(declarations)?.[1];
    if (family !== undefined) own.add(unquote(family));
  }
  for (const [, , , animation, , , property, value = ""] of css.matchAll(token)) {
    if (animation !== undefined) own.add(unquote(animation));
    if (property === undefined) continue;
    const found = sources.get(property) ?? new Set();
    for (const [, source = ""] of value.matchAll(/var\(\s*(--[\w-]+)/gi)) found.add(source);
    sources.set(property, found);
  }
}

/** Gives the names of a sheet the app's prefix, where they are defined and where they are used. Other names stay: they are of the system. */
export function prefixStyleNames(css: string, names: StyleNames): string {
  const carriers = findCarriers(names);
  return css.replace(
    token,
    (
      text,
      layers?: string,
      scope?: string,
      animation?: string,
      registered?: string,
      registration?: string,
      property?: string,
      value: string = "",
      end: string = "",
    ) => {
      if (layers !== undefined) return `@layer${layers.replace(/(^|,)(\s*)(?=[^\s,])/g, `$1$2 ${names.id}-`)}`;
      if (scope !== undefined) return `@scope${mapSelector(scope, ":scope").replace(inParentheses, confine)}`;
      if (animation !== undefined) return text.slice(0, -animation.length) + prefixValue(animation, names);
      if (registered !== undefined) return declareRegistered(registered, registration ?? "", names);
      if (property === undefined || end === "{" || !carriers.has(property)) return text;
      return `${property}:${prefixValue(value, names)}${end}`;
    },
  );
}

/** The layer of what custom properties begin with, which all else comes after. */
export function nameFirstLayer({ id }: StyleNames): string {
  return `${id}-properties`;
}

/**
 * What is registered is so for the whole document. Elements of the app alone begin with the same value when it is declared for each; browsers pass over what
 * else a registration says.
 */
function declareRegistered(name: string, registration: string, names: StyleNames): string {
  const selector = /inherits\s*:\s*true/i.test(registration) ? ":scope" : "*,::before,::after,::backdrop";
  // Without the type, a zero would be no length to `calc()`.
  const typed = /<length/.test(registration) ? registration.replace(/:\s*0\s*(?=;|$)/, ":0px") : registration;
  const declared = `${name}:initial;${typed.replace(/initial-value/i, name)}`;
  return `@layer ${nameFirstLayer(names)}{${selector}{${declared}}}`;
}

/** The properties whose values can have names in them, by way of custom properties as well. */
function findCarriers({ sources }: StyleNames): Set<string> {
  const carriers = new Set([...sources.keys()].filter((property) => !property.startsWith("--")));
  // A set that grows while it is gone through is gone through to its last.
  for (const carrier of carriers) for (const source of sources.get(carrier) ?? []) carriers.add(source);
  return carriers;
}

/** Names are identifiers, several of them with blanks between (`Open Sans`), or strings. */
function prefixValue(value: string, { id, own }: StyleNames): string {
  return value.replace(
    /"(?:[^"\\\n]+|\\[^])*"?|'(?:[^'\\\n]+|\\[^])*'?|\/\*[^]*?(?:\*\/|$)|(?:[\w-]|[^\0-\x7f]|\\[^])+(?:\s+(?:[\w-]|[^\0-\x7f]|\\[^])+)*/g,
    (text) => {
      if (/^["']/.test(text)) return own.has(unquote(text)) ? `${text[0]}${id}-${text.slice(1)}` : text;
      return text.startsWith("/*") ? text : prefixWords(text.split(/\s+/), id, own);
    },
  );
}

/** A size or a time can stand before a name: `2rem Open Sans`. */
function prefixWords(words: string[], id: string, own: ReadonlySet<string>): string {
  const longest = Math.max(0, ...[...own].map((name) => name.split(" ").length));
  for (let start = 0; start < words.length; start++) {
    for (let count = longest; count > 0; count--) {
      if (!own.has(words.slice(start, start + count).join(" "))) continue;
      words[start] = `${id}-${words[start]}`;
      start += count - 1;
      break;
    }
  }
  return words.join(" ");
}

function unquote(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, " ");
  return /^(["']).*\1$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}

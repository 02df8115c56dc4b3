import type { Expression, IrVariable } from "../../ir/index.ts";
import type { AbstractObject, ClassObject } from "./abstract-object.ts";

declare const isSite: unique symbol;

/**
 * A place in a function at which it calls something, makes an object or has a value that no expression names. The analysis keeps under it what
 * it has found, and the generator looks it up there. Only the functions of this file make sites, so both mean the same.
 */
export type Site = string & { readonly [isSite]: true };

/** What an expression does besides its main work, or one of several things that it does. */
export type Use =
  | "bits"
  | "callee"
  | "closers"
  | "copy"
  | "delete"
  | "done"
  | "element"
  | "get"
  | "has"
  | "iterator"
  | "iterators"
  | "key"
  | "library"
  | "like"
  | "loose"
  | "new"
  | "next"
  | "only"
  | "opened"
  | "results"
  | "return"
  | "set"
  | "setBits"
  | "step"
  | "super"
  /** Methods of dictionaries. */
  | DictionaryMethod
  /** What takes part in it by its place. */
  | `callback${number}`
  | `text${number}`
  /** What it does with one property of several. */
  | `each ${string}`
  | `get ${string}`
  | `set ${string}`
  | `spread ${string}`
  /** What it does with properties that an object has no field for. */
  | MoreFunction;

/** A function of the library for properties that an object has no field for. */
export type MoreFunction = "getMore" | "hasMore" | "setMore" | "deleteMore";

/** A method of the library's dictionaries that stands for an operation on properties, by name or by number. */
export type DictionaryMethod =
  | "get"
  | "getNumber"
  | "set"
  | "setNumber"
  | "count"
  | "nameAt"
  | "valueAt"
  | "has"
  | "delete";

/** A step of what happens at a site. */
export type Part =
  /** Calls what a class does without `new`. */
  | "@@call"
  /** Initialises the fields of an instance. */
  | " fields"
  /** Makes an instance. */
  | " new"
  /** Calls what a property holds. */
  | "value"
  /** What a property holds that is called. */
  | " property"
  /** What is called by its `call` or `apply`. */
  | " called";

/** The site of an expression. */
export function siteOf(expression: Expression, use: Use | "" = ""): Site {
  return `${expression.id}${use}` as Site;
}

/** The site of a step of what happens at another. */
export function partOf(site: Site, part: Part): Site {
  return `${site}${part}` as Site;
}

/** The site of what happens at another for one object of several. */
export function siteOn(site: Site, object: AbstractObject): Site {
  return `${site}\0${object.id}\0` as Site;
}

/** The site at which a function makes the array of its further arguments. */
export function siteOfRest(index: number): Site {
  return `rest ${index}` as Site;
}

/** The site of a `catch`. */
export function siteOfCatch(variable: IrVariable): Site {
  return `catch ${variable.name}` as Site;
}

/** The site at which a class initialises its static side. */
export function siteOfStatics(target: ClassObject): Site {
  return siteOn("static" as Site, target);
}

/** A site in parts: what comes before the object, the object's number, what comes after it. */
export function splitSite(site: Site): { before: Site; object: number | undefined; after: string } {
  const [before = "", object, after = ""] = site.split("\0", 3);
  return { before: before as Site, object: object === undefined ? undefined : Number(object), after };
}

/** The same site for another object. */
export function moveSite({ before, after }: { before: Site; after: string }, object: AbstractObject): Site {
  return `${siteOn(before, object)}${after}` as Site;
}

/** The number of a site's expression, and what the expression does there; `undefined` for sites of no expression. */
export function expressionAt(site: Site): { id: number; use: string } | undefined {
  const [, id, use = ""] = /^(\d+)(.*)$/s.exec(site) ?? [];
  return id === undefined ? undefined : { id: Number(id), use };
}

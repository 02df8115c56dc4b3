import type { Span } from "../reporter.ts";

/** A node of the author's page, with comments left out. */
export type MarkupNode = MarkupText | MarkupElement;

/** Text between tags. */
export interface MarkupText {
  type: "text";
  value: string;
  span: Span;
}

/** An element. A `<template>` has its content as children. */
export interface MarkupElement {
  type: "element";
  /** Tag name; foreign elements carry a prefix: `svg:path`, `math:mi`. */
  tag: string;
  /** `<` and the name; for an element that the parser implied, that of the nearest element with a tag. */
  span: Span;
  attributes: MarkupAttribute[];
  children: MarkupNode[];
}

/** An attribute, with its way back into the source. */
export interface MarkupAttribute {
  /** Name as the DOM has it: lower case in HTML, restored camel case in SVG, with prefix. */
  name: string;
  /** Name in the author's letters. */
  written: string;
  value: string;
  /** Where the name is. */
  nameSpan: Span;
  /** Where the value is, without quotes; the name, when there is no value. */
  valueSpan: Span;
  /** Maps a range of the decoded value to the source. */
  locate: (start: number, end: number) => Span;
}

/** What the parser found. */
export interface MarkupPage {
  /** The text has document tags of its own. */
  isDocument: boolean;
  /** Attributes of `<html>` and `<body>`, as elements without children. */
  roots: MarkupElement[];
  head: MarkupNode[];
  body: MarkupNode[];
}

import { defaultTreeAdapter, foreignContent, html } from "parse5";
import type { DefaultTreeAdapterTypes, ParserError, Token } from "parse5";
import { isDrawn } from "./is-drawing.ts";
import { SelectParser } from "./select-parser.ts";

/** A tag that the tokenizer met, whatever became of it. */
export interface SeenTag {
  tag: string;
  offset: number;
  /** Names of its attributes. */
  attributes: string[];
}

/** A parse error and the start of the markup that it is in. */
export interface SeenError {
  error: ParserError;
  /** End of the last whole tag or comment before the error. */
  after: number;
  lastTag: SeenTag | undefined;
}

/** Tags of a document's own skeleton. */
const documentTags: ReadonlySet<string> = new Set(["html", "head", "body", "frameset"]);

/**
 * The parser with a record of the tags it read. Tree construction drops tags without a word (`<tr>` outside a table, a form
 * in a form); comparing this record with the tree shows them.
 */
export class TrackingParser extends SelectParser {
  readonly seenTags: SeenTag[] = [];
  readonly endTags: SeenTag[] = [];
  readonly seenErrors: SeenError[] = [];
  /** The text has a doctype or a tag of the document's own skeleton. */
  hasDocumentTags = false;
  private tokenEnd = 0;

  static parseDocument(text: string): { parser: TrackingParser; children: DefaultTreeAdapterTypes.ChildNode[] } {
    const parser: TrackingParser = new TrackingParser({ onParseError: (error) => parser.noteError(error) });
    parser.tokenizer.write(text, true);
    return { parser, children: parser.document.childNodes };
  }

  /** Parses a text as what is set as the content of an element, by its tag in a view: `body`, `svg:path`. */
  static parseContent(
    text: string,
    within: string,
  ): { parser: TrackingParser; children: DefaultTreeAdapterTypes.ChildNode[] } {
    const [, prefix, name] = /^(?:(svg|math):)?(.*)$/s.exec(within) ?? [];
    const namespace = prefix === "svg" ? html.NS.SVG : prefix === "math" ? html.NS.MATHML : html.NS.HTML;
    const context = defaultTreeAdapter.createElement(name ?? within, namespace, []);
    const onParseError = (error: ParserError): void => parser.noteError(error);
    const parser = TrackingParser.getFragmentParser(context, { onParseError }) as TrackingParser;
    parser.tokenizer.write(text, true);
    return { parser, children: parser.getFragment().childNodes };
  }

  private noteError(error: ParserError): void {
    this.seenErrors.push({ error, after: this.tokenEnd, lastTag: this.seenTags.at(-1) });
  }

  override onStartTag(token: Token.TagToken): void {
    const attributes = token.attrs.map(({ name }) => name);
    this.seenTags.push({ tag: token.tagName, offset: token.location?.startOffset ?? 0, attributes });
    if (documentTags.has(token.tagName)) this.hasDocumentTags = true;
    this.tokenEnd = token.location?.endOffset ?? this.tokenEnd;
    super.onStartTag(token);
  }

  /**
   * A part of a drawing that stands in a `<template>` with a directive, or in what a component is given for its slots, shows elsewhere: where it
   * can be drawn.
   */
  override _startTagOutsideForeignContent(token: Token.TagToken): void {
    if (!isDrawn(token.tagName) || !showsElsewhere(this.openElements.current)) {
      super._startTagOutsideForeignContent(token);
      return;
    }
    foreignContent.adjustTokenSVGTagName(token);
    foreignContent.adjustTokenSVGAttrs(token);
    foreignContent.adjustTokenXMLAttrs(token);
    if (token.selfClosing) this._appendElement(token, html.NS.SVG);
    else this._insertElement(token, html.NS.SVG);
    token.ackSelfClosing = true;
  }

  override onEndTag(token: Token.TagToken): void {
    const offset = token.location?.startOffset ?? 0;
    // What ends an element around is processed again there.
    if (this.endTags.at(-1)?.offset !== offset) this.endTags.push({ tag: token.tagName, offset, attributes: [] });
    this.tokenEnd = token.location?.endOffset ?? this.tokenEnd;
    super.onEndTag(token);
  }

  override onComment(token: Token.CommentToken): void {
    this.tokenEnd = token.location?.endOffset ?? this.tokenEnd;
    super.onComment(token);
  }

  override onDoctype(token: Token.DoctypeToken): void {
    this.hasDocumentTags = true;
    this.tokenEnd = token.location?.endOffset ?? this.tokenEnd;
    super.onDoctype(token);
  }
}

function showsElsewhere(parent: DefaultTreeAdapterTypes.ParentNode | undefined): boolean {
  if (!parent || !("tagName" in parent) || parent.namespaceURI !== html.NS.HTML) return false;
  const isTemplate = parent.tagName === "template";
  return parent.attrs.some(({ name }) => (isTemplate && name.startsWith("data-")) || name === "data-use");
}

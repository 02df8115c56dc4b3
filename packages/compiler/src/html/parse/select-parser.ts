import { InsertionMode, Parser, html } from "parse5";
import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, ParserOptions, Token } from "parse5";

const { TAG_ID } = html;

/** Modes that read what they have no rule for as the mode of the body does. */
const tableModes: ReadonlySet<InsertionMode> = new Set([
  InsertionMode.IN_TABLE,
  InsertionMode.IN_TABLE_BODY,
  InsertionMode.IN_ROW,
  InsertionMode.IN_CELL,
  InsertionMode.IN_CAPTION,
]);
const selectModes: ReadonlySet<InsertionMode> = new Set([InsertionMode.IN_SELECT, InsertionMode.IN_SELECT_IN_TABLE]);

/**
 * parse5 with the content of `<select>` read as the HTML standard says since 2025: anything may be inside, the element bounds
 * scopes, and its own tags, those of options and `<input>` close what is open in it. parse5 still reads it in a mode of its
 * own that drops all other tags. So that mode is left as soon as it is entered, and the new rules come before those of the
 * body. <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody>
 */
export class SelectParser extends Parser<DefaultTreeAdapterMap> {
  constructor(
    options?: ParserOptions<DefaultTreeAdapterMap>,
    document?: DefaultTreeAdapterTypes.Document,
    fragmentContext?: DefaultTreeAdapterTypes.Element | null,
  ) {
    super(options, document, fragmentContext);
    const stack = this.openElements;
    const [inScope, inButtonScope, inListItemScope, indexOfAny] = [
      stack.hasInScope.bind(stack),
      stack.hasInButtonScope.bind(stack),
      stack.hasInListItemScope.bind(stack),
      stack.indexOfTopmostOf.bind(stack),
    ];
    const isReached = (tag: number): boolean => stack.indexOfTopmost(tag) >= stack.indexOfTopmost(TAG_ID.SELECT);
    stack.hasInScope = (tag, element) => inScope(tag, element) && isReached(tag);
    stack.hasInButtonScope = (tag) => inButtonScope(tag) && isReached(tag);
    stack.hasInListItemScope = (tag) => inListItemScope(tag) && isReached(tag);
    // A select sets no insertion mode; what is around it does.
    stack.indexOfTopmostOf = (tags) => indexOfAny(tags.filter((tag) => tag !== TAG_ID.SELECT));
  }

  override _resetInsertionModeForSelect(): void {
    this.insertionMode = InsertionMode.IN_BODY;
  }

  override _startTagOutsideForeignContent(token: Token.TagToken): void {
    const before = this.insertionMode;
    if (this.isBody(before) && this.startTagForSelect(token)) return;
    super._startTagOutsideForeignContent(token);
    if (!selectModes.has(this.insertionMode)) return;
    this.insertionMode = tableModes.has(before) ? before : InsertionMode.IN_BODY;
  }

  override _endTagOutsideForeignContent(token: Token.TagToken): void {
    const stack = this.openElements;
    const isInside = this.insertionMode !== InsertionMode.IN_TEMPLATE && this.isBody(this.insertionMode);
    if (token.tagID !== TAG_ID.SELECT || !isInside) return super._endTagOutsideForeignContent(token);
    if (!stack.hasInScope(TAG_ID.SELECT)) return;
    stack.generateImpliedEndTags();
    stack.popUntilTagNamePopped(TAG_ID.SELECT);
  }

  private isBody(mode: InsertionMode): boolean {
    return mode === InsertionMode.IN_BODY || mode === InsertionMode.IN_TEMPLATE || tableModes.has(mode);
  }

  /** Closes what a start tag closes in a select. Returns whether the tag itself is ignored. */
  private startTagForSelect({ tagID }: Token.TagToken): boolean {
    const stack = this.openElements;
    const isAlone = this.fragmentContextID === TAG_ID.SELECT;
    const isOpen = stack.hasInScope(TAG_ID.SELECT);
    switch (tagID) {
      case TAG_ID.SELECT:
      case TAG_ID.INPUT:
        if (isAlone) return true;
        if (isOpen) stack.popUntilTagNamePopped(TAG_ID.SELECT);
        return isOpen && tagID === TAG_ID.SELECT;
      case TAG_ID.OPTION:
        if (isOpen) stack.generateImpliedEndTagsWithExclusion(TAG_ID.OPTGROUP);
        return false;
      case TAG_ID.OPTGROUP:
      case TAG_ID.HR:
        if (isOpen) stack.generateImpliedEndTags();
        return false;
      default:
        return false;
    }
  }
}

import type { SourceRange } from "@rune/schema";

/** A place where a view uses a component. Only the whole app can tell whether it fits. */
export interface ComponentUse {
  /** Name of the component's view. */
  view: string;
  /** The component's name as the author wrote it. */
  name: string;
  range: SourceRange;
  /** What it is given. */
  props: NamedPlace[];
  /** Attributes of its element that are nothing but attributes, by the names that they would give a value by. */
  attributes: NamedPlace[];
  /** Events that it takes of the component. */
  events: NamedPlace[];
  /** The slots that content is given for. */
  slots: NamedPlace[];
  /** It is there whenever its view is: no condition and no list is around it. */
  isAlways: boolean;
}

/** A name and where the author wrote it. */
export interface NamedPlace {
  name: string;
  range: SourceRange;
}

/** What a component says of itself. */
export interface ComponentFacts {
  /** Names that it shows and that its controller does not have, so that its uses must give them. */
  reads: NamedPlace[];
  /** Names that its controller has, and that a use can give a value. */
  variables: readonly string[];
  /** Names of its controller's that nobody can give a value. */
  constants: readonly string[];
  /** Its slots. */
  slots: NamedPlace[];
  /** What it takes is not known: its controller is missing or did not compile. */
  isOpen: boolean;
}

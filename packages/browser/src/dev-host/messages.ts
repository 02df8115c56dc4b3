/** What the development server tells its pages, by the event that it does it with. */
export interface MessagesToPage {
  /** There is another build: files of the package that have changed, base64 by path. */
  "rune:swap": Readonly<Record<string, string>>;
}

/** What pages tell the development server. It takes them for what anybody may have sent. */
export interface MessagesToServer {
  /** The page is there, and hears of other builds from now on. */
  "rune:loaded": LoadedPage;
  /** What of another build has not been taken in, a sentence each. */
  "rune:told": readonly string[];
  /** Something has failed while the app ran. */
  "rune:failure": PageFailure;
}

/** What a page was loaded with. */
export interface LoadedPage {
  /** Root digest of the app, where there is one. */
  readonly root: string | undefined;
  /** Whether there is an error of the build over it. */
  readonly failed: boolean;
}

/** A failure of the running app, as the terminal tells it. */
export interface PageFailure {
  readonly message: string;
  /** Absolute path. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly frame: string | undefined;
}

/** What the server writes into a page for its script. */
export interface DevPageContent {
  /** Root digest of the app, where there is one. */
  readonly root?: string | undefined;
  readonly calls: readonly ViewCall[];
  /** What the build has failed at. */
  readonly failure?: OverlayError | undefined;
}

/** A place in a view that calls a function of its controller. */
export interface ViewCall {
  readonly view: string;
  /** Name of the function. */
  readonly name: string;
  /** Project-relative path, line and column. */
  readonly place: string;
}

/** An error in the form that Vite's overlay takes. */
export interface OverlayError {
  readonly message: string;
  readonly stack: string;
  readonly plugin?: string | undefined;
  readonly id?: string | undefined;
  readonly loc?: { readonly file?: string | undefined; readonly line: number; readonly column: number } | undefined;
  readonly frame?: string | undefined;
}

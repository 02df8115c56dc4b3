/**
 * Milliseconds from an edit until what was edited is read. Watchers tell of no edit that follows another within 50 ms, an editor's save is several events,
 * and a file that is being saved is empty for a moment.
 */
export const QUIET = 60;

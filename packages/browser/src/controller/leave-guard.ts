/** Name of the export that is asked before its page is left. */
export const LEAVE_GUARD = "guard_leave";

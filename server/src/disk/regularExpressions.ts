/**
 * A flag of V8: a regular expression that backtracks often is matched anew in time linear in the text. A site's schema may
 * hold any pattern, and no pattern may hold up the editor.
 */
export const LINEAR_AFTER_BACKTRACKING = "--enable-experimental-regexp-engine-on-excessive-backtracks";

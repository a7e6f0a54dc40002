/**
 * What the program says to the shell. 0: all is well, there may be warnings. 1: the answer is no: errors, too many
 * warnings, no article. 2: there is no answer: wrong use, or a file that cannot be used.
 */
export type ExitCode = 0 | 1 | 2;

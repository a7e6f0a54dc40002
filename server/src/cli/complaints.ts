import { ioReason } from "./ioReason.ts";
import type { Terminal } from "./terminal.ts";

/** What went wrong beside the work itself. Each line is said once, when it turns up. */
export interface Complaints {
  add(line: string): void;
  any(): boolean;
  /** In the order of their first time. */
  all(): readonly string[];
}

/** Starts without complaints; each new one goes to the terminal. */
export function createComplaints(terminal: Pick<Terminal, "complain">): Complaints {
  const said = new Set<string>();
  return {
    add(line) {
      if (!said.has(line)) terminal.complain(line);
      said.add(line);
    },
    any: () => said.size > 0,
    all: () => [...said],
  };
}

/**
 * Uses the disk; where the system refuses, complains and gives nothing.
 *
 * @param name what is used, as people know it
 */
export function attempt<T>(name: string, complaints: Complaints, use: () => T): T | undefined {
  try {
    return use();
  } catch (error) {
    const reason = ioReason(error);
    if (reason === undefined) throw error;
    complaints.add(`${name}: ${reason}`);
    return undefined;
  }
}

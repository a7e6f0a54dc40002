import type { Server } from "../server.ts";
import type { Command } from "./index.ts";

export const restartServerId = "curatedContent.restartServer";

/** Starts the server afresh, also where it has not been needed yet. */
export function restartServer(server: Server): Command {
  return { id: restartServerId, execute: () => server.restart() };
}

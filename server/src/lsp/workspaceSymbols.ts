import {
  type CancellationToken,
  type Connection,
  SymbolKind,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from "vscode-languageserver";
import type { WorkspaceSymbol as Found, LanguageService, Log } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { toLocation } from "./convert.ts";
import { describeError } from "./log.ts";
import { cancelled } from "./responses.ts";
import type { SettingsStore } from "./settings.ts";

interface SymbolOptions {
  readonly service: LanguageService;
  readonly client: Client;
  readonly settings: SettingsStore;
  readonly log: Log;
}

/** What a client gives back when it asks for the place of a symbol. */
type SymbolData = Pick<Found, "kind" | "key">;

const START = { line: 0, character: 0 };

/**
 * `workspace/symbol` and `workspaceSymbol/resolve`. Places are looked up when somebody goes there; a client that does not
 * ask for them goes to the start of the file.
 */
export function workspaceSymbols(connection: Connection, { service, client, settings, log }: SymbolOptions): void {
  const isEnabled = async (root: string): Promise<boolean> => (await settings.of(root)).enable;

  connection.onWorkspaceSymbol(async ({ query }: WorkspaceSymbolParams, token: CancellationToken) => {
    try {
      const found = await service.workspaceSymbols(query, isEnabled);
      if (token.isCancellationRequested) return cancelled();
      return found.map((symbol) => toWorkspaceSymbol(symbol, client));
    } catch (error) {
      log.error(`workspace/symbol failed: ${describeError(error)}`);
      return [];
    }
  });
  connection.onWorkspaceSymbolResolve(async (symbol) => {
    try {
      const data = dataOf(symbol);
      const place = data && (await service.placeOfSymbol({ ...data, uri: symbol.location.uri }));
      return { ...symbol, location: place === undefined ? startOf(symbol.location.uri) : toLocation(place) };
    } catch (error) {
      log.error(`workspaceSymbol/resolve failed: ${describeError(error)}`);
      return symbol;
    }
  });
}

function toWorkspaceSymbol({ name, kind, container, uri, key }: Found, client: Client): WorkspaceSymbol {
  const data: SymbolData = { kind, key };
  return {
    name,
    kind: KINDS[kind],
    location: client.resolvesSymbolPlaces ? { uri } : startOf(uri),
    ...(container !== undefined && { containerName: container }),
    ...(client.resolvesSymbolPlaces && { data }),
  };
}

function startOf(uri: string) {
  return { uri, range: { start: START, end: START } };
}

/** A client may give back anything. */
function dataOf({ data }: WorkspaceSymbol): SymbolData | undefined {
  const { kind, key } = (typeof data === "object" && data !== null ? data : {}) as { kind?: unknown; key?: unknown };
  const known = (Object.keys(KINDS) as Found["kind"][]).find((one) => one === kind);
  return known === undefined || typeof key !== "string" ? undefined : { kind: known, key };
}

const KINDS = {
  article: SymbolKind.File,
  community: SymbolKind.Module,
  page: SymbolKind.Package,
  topic: SymbolKind.EnumMember,
} as const;

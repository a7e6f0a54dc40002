import type { Connection } from "vscode-languageserver";
import type { Log, Settings } from "../service/languageService.ts";
import type { Client } from "./client.ts";
import { describeError } from "./log.ts";

/** The section of the settings, in VS Code and elsewhere. */
export const SECTION = "curatedContent";

/** What counts in an editor only. */
export interface EditorSettings extends Settings {
  /** Which files show their problems: those that are open, or all of their site. */
  readonly checkWorkspace: "openFiles" | "workspace";
}

/** The settings of each document, asked for once. */
export interface SettingsStore {
  of(uri: string): Promise<EditorSettings>;
  /** Forgets the settings of a document that was closed. */
  forget(uri: string): void;
  /** Forgets all; takes the settings from a client that cannot be asked for them. */
  didChange(all: unknown): void;
}

export function createSettings(connection: Connection, client: Client, log: Log): SettingsStore {
  const asked = new Map<string, Promise<EditorSettings>>();
  let pushed = toSettings(client.options.settings);
  let generation = 0;

  const ask = async (uri: string): Promise<EditorSettings> => {
    if (!client.hasConfiguration) return pushed;
    try {
      return toSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }));
    } catch (error) {
      log.error(`The settings for ${uri} could not be read: ${describeError(error)}`);
      return pushed;
    }
  };
  const of = async (uri: string): Promise<EditorSettings> => {
    const started = generation;
    const answer = asked.get(uri) ?? ask(uri);
    asked.set(uri, answer);
    const settings = await answer;
    return started === generation ? settings : of(uri);
  };

  return {
    of,
    forget: (uri) => asked.delete(uri),
    didChange(all) {
      generation++;
      asked.clear();
      if (isObject(all) && SECTION in all) pushed = toSettings(all[SECTION]);
    },
  };
}

/** Takes what is right in what a user wrote. */
function toSettings(value: unknown): EditorSettings {
  const { checkWorkspace, codeLens, enable, inlayHints, moves, rules } = isObject(value) ? value : {};
  const hints = isObject(inlayHints) ? inlayHints : {};
  const addAlias = ADD_ALIAS.find((choice) => isObject(moves) && moves.addAlias === choice);
  return {
    enable: enable !== false,
    ...(addAlias !== undefined && { addAlias }),
    inlayHints: {
      derivedValues: hints.derivedValues === "off" ? "off" : "on",
      communityLabel: hints.communityLabel === "off" ? "off" : "on",
    },
    checkWorkspace: checkWorkspace === "workspace" ? "workspace" : "openFiles",
    ...(isObject(codeLens) && { codeLens: codeLens.enable !== false }),
    rules: Object.fromEntries(Object.entries(isObject(rules) ? rules : {}).filter(isRuleSetting)),
  };
}

const ADD_ALIAS = ["always", "ask", "never"] as const;

type RuleSetting = [string, Settings["rules"][string]];

function isRuleSetting(entry: [string, unknown]): entry is RuleSetting {
  return typeof entry[1] === "string" && ["off", "hint", "information", "warning", "error"].includes(entry[1]);
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}

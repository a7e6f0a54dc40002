import * as vscode from "vscode";
import type { ImportTopicsResult, TopicImportChange } from "../../server/src/protocol/topicImport.ts";

/** How what is in the site already is treated. */
export interface ImportChoices {
  readonly differing: "keep" | "replace";
  readonly missing: "deprecate" | "keep";
}

/** What an author decides who has seen what would change. */
export type Decision =
  | { readonly kind: "apply"; readonly leftOut: readonly string[] }
  /** To see what would change with other choices. */
  | { readonly kind: "again"; readonly choices: ImportChoices };

/** Of more changes than these a list holds one line for each scheme and kind. */
const MOST_SINGLE = 1000;

interface Item extends vscode.QuickPickItem {
  readonly topics: readonly string[];
}

/** Shows what an import would change, ticked, before anything is written; `undefined` where the author thinks better of it. */
export function previewImport(
  { changes, kept }: ImportTopicsResult,
  choices: ImportChoices,
): Promise<Decision | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  const items = itemsFor(changes);
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ topics }) => topics.length > 0);
  pick.title = vscode.l10n.t(
    "Import Topics: {0} new, {1} changed, {2} retired",
    ...(["added", "changed", "retired"] as const).map(
      (kind) => changes.filter((change) => change.kind === kind).length,
    ),
  );
  pick.placeholder = vscode.l10n.t("Untick what is to stay as it is");
  const buttons = buttonsFor(choices, kept);
  pick.buttons = [...buttons.keys()];
  return new Promise((resolve) => {
    pick.onDidTriggerButton((button) => {
      const other = buttons.get(button);
      if (other !== undefined) end({ kind: "again", choices: other });
    });
    pick.onDidAccept(() => {
      const wanted = new Set(pick.selectedItems.flatMap(({ topics }) => topics));
      end({ kind: "apply", leftOut: changes.map(({ topic }) => topic).filter((topic) => !wanted.has(topic)) });
    });
    pick.onDidHide(() => end(undefined));
    pick.show();

    function end(decision: Decision | undefined): void {
      resolve(decision);
      pick.dispose();
    }
  });
}

function buttonsFor(choices: ImportChoices, kept: number): ReadonlyMap<vscode.QuickInputButton, ImportChoices> {
  const { differing, missing } = choices;
  const buttons = new Map<vscode.QuickInputButton, ImportChoices>();
  const add = (icon: string, tooltip: string, change: Partial<ImportChoices>) =>
    buttons.set({ iconPath: new vscode.ThemeIcon(icon), tooltip }, { ...choices, ...change });
  if (missing === "deprecate") add("archive", vscode.l10n.t("Retire no topics"), { missing: "keep" });
  else add("archive", vscode.l10n.t("Retire topics that the file does not have"), { missing: "deprecate" });
  if (differing === "replace")
    add("lock", vscode.l10n.t("Keep own definitions and broader topics"), { differing: "keep" });
  else if (kept > 0)
    add("replace-all", vscode.l10n.t("Replace the own definitions and broader topics of {0} topics", kept), {
      differing: "replace",
    });
  return buttons;
}

function itemsFor(changes: readonly TopicImportChange[]): readonly Item[] {
  const kinds = [
    { kind: "added", heading: vscode.l10n.t("New topics"), icon: "$(add)" },
    { kind: "changed", heading: vscode.l10n.t("Changed topics"), icon: "$(edit)" },
    { kind: "retired", heading: vscode.l10n.t("Retired topics: deprecated, not deleted"), icon: "$(archive)" },
  ] as const;
  return kinds.flatMap(({ kind, heading, icon }): readonly Item[] => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const separator: Item = { label: heading, kind: vscode.QuickPickItemKind.Separator, topics: [] };
    return [
      separator,
      ...(changes.length > MOST_SINGLE ? bySchemes(own, icon) : own.map((each) => single(each, icon))),
    ];
  });
}

function single({ topic, keys }: TopicImportChange, icon: string): Item {
  return { label: `${icon} ${topic}`, description: keys.join(", "), topics: [topic] };
}

function bySchemes(changes: readonly TopicImportChange[], icon: string): readonly Item[] {
  const schemes = new Map<string, string[]>();
  for (const { topic } of changes) {
    const scheme = topic.slice(0, topic.indexOf(": "));
    const topics = schemes.get(scheme);
    if (topics === undefined) schemes.set(scheme, [topic]);
    else topics.push(topic);
  }
  return [...schemes].map(([scheme, topics]) => ({
    label: `${icon} ${scheme}`,
    description: vscode.l10n.t("{0} topics", topics.length),
    detail: `${topics
      .slice(0, 3)
      .map((topic) => topic.slice(scheme.length + 2))
      .join(", ")}, …`,
    topics,
  }));
}

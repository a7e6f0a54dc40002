import * as vscode from "vscode";
import type { TopicChoice } from "../../../server/src/protocol/newArticle.ts";
import { type Outcome, type StepPlace, shown, until } from "./steps.ts";

interface TopicItem extends vscode.QuickPickItem {
  readonly topic: string;
}

/**
 * Asks for topics, in the order in which they are picked. They stand under their schemes, the most used first; what is typed
 * and is no topic yet may become one.
 *
 * @param take gets what was picked, also when the author goes back
 */
export async function askForTopics(
  place: StepPlace,
  {
    choices,
    picked,
    take,
  }: {
    readonly choices: readonly TopicChoice[];
    readonly picked: readonly string[];
    take(topics: readonly string[]): void;
  },
): Promise<Outcome> {
  const schemes = [...new Set(choices.map(({ scheme }) => scheme))];
  const known = new Map(choices.map((choice): [string, TopicItem] => [choice.topic, toItem(choice)]));
  const created = new Map<string, TopicItem>();
  let order = [...picked];
  const pick = vscode.window.createQuickPick<TopicItem>();
  Object.assign(pick, { ...shown(place), canSelectMany: true, matchOnDetail: true });
  pick.placeholder = vscode.l10n.t("Topics, the most important first; type to find or to add one");

  const itemOf = (topic: string): TopicItem => {
    const item = known.get(topic) ?? created.get(topic) ?? newItem(topic);
    if (!known.has(topic)) created.set(topic, item);
    return item;
  };
  const show = (typed: string): void => {
    const added = order.filter((topic) => !known.has(topic));
    const offered = newTopics(typed, schemes).filter((topic) => !known.has(topic) && !added.includes(topic));
    const words = typed.trim().toLowerCase();
    // VS Code looks for what is typed in labels, and these are without their schemes.
    const isTyped = (topic: string) => words.includes(":") && topic.toLowerCase().includes(words);
    const shownAs = (topic: string) => (isTyped(topic) ? { ...itemOf(topic), alwaysShow: true } : itemOf(topic));
    const topicsIn = (scheme: string) => choices.filter((choice) => choice.scheme === scheme).map(({ topic }) => topic);
    const items = [
      ...group(vscode.l10n.t("New topics"), added.map(itemOf)),
      ...schemes.flatMap((scheme) => group(scheme, topicsIn(scheme).map(shownAs))),
      ...group(vscode.l10n.t("Add a topic"), offered.map(itemOf)),
    ];
    pick.items = items;
    pick.selectedItems = order.flatMap((topic) => items.find((item) => item.topic === topic) ?? []);
  };
  show("");
  const outcome = await until(pick, (finish) => {
    pick.onDidChangeValue(show);
    pick.onDidChangeSelection((items) => {
      const topics = items.map(({ topic }) => topic);
      order = [...order.filter((topic) => topics.includes(topic)), ...topics.filter((topic) => !order.includes(topic))];
    });
    pick.onDidAccept(() => finish("next"));
  });
  take(order);
  return outcome;
}

/** The topics that a text may be meant to become: itself, or its words in each scheme. */
function newTopics(typed: string, schemes: readonly string[]): readonly string[] {
  const text = typed.trim();
  const [, scheme = "", label = ""] = /^([^:]*\S)\s*:\s*(\S.*)$/.exec(text) ?? [];
  if (label !== "") return [`${scheme.trim()}: ${label}`];
  return text.length < SHORTEST || text.includes(":") ? [] : schemes.map((one) => `${one}: ${text}`);
}

/** What is shorter is still being typed. */
const SHORTEST = 3;

function toItem({ topic, label, articles, altLabels, definition }: TopicChoice): TopicItem {
  const detail = [altLabels.join(", "), definition ?? ""].filter((text) => text !== "").join(" · ");
  return { topic, label, ...(articles > 0 && { description: String(articles) }), ...(detail !== "" && { detail }) };
}

function newItem(topic: string): TopicItem {
  return { topic, label: `$(add) ${topic}`, description: vscode.l10n.t("added to the vocabulary"), alwaysShow: true };
}

function group(label: string, items: readonly TopicItem[]): readonly TopicItem[] {
  const separator = { topic: "", label, kind: vscode.QuickPickItemKind.Separator };
  return items.length === 0 ? [] : [separator, ...items];
}

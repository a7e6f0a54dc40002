import * as vscode from "vscode";
import type { ProblemCounts, SiteNode } from "../../server/src/protocol/requests.ts";
import { amount, amounts } from "./amounts.ts";

/** What the tree shows of a node. Its id is the same as long as what it stands for is there, so that it stays open. */
export function toTreeItem(node: SiteNode): vscode.TreeItem {
  const { kind, steps, uri } = node;
  const label = labelOf(node);
  const isArticle = kind === "article";
  const isTop = kind === "site" || kind === "communities" || kind === "topics";
  const state = isArticle
    ? vscode.TreeItemCollapsibleState.None
    : kind === "communities" || kind === "site"
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(label, state);
  item.id = JSON.stringify(steps);
  item.contextValue = node.listedIn === undefined ? kind : `${kind} listed`;
  item.description = [isArticle || isTop ? "" : String(node.articles), knownProblems(node)]
    .filter((text) => text !== "")
    .join(" · ");
  item.iconPath = iconOf(node);
  item.tooltip = `${label}\n${explanation(node)}`;
  item.accessibilityInformation = { label: `${label}, ${explanation(node)}` };
  if (uri !== undefined) {
    item.command = { command: "vscode.open", title: vscode.l10n.t("Open"), arguments: [vscode.Uri.parse(uri)] };
  }
  return item;
}

/** The server's names are data, but for those of groups that are no one's. */
function labelOf({ kind, label, steps }: SiteNode): string {
  if (kind === "communities") return vscode.l10n.t("Communities");
  if (kind === "topics") return vscode.l10n.t("Topics");
  return kind === "community" && steps.at(-1) === "" ? vscode.l10n.t("No community") : label;
}

/** Errors and warnings in words, and other problems where there are neither. */
export function countProblems({ errors, warnings, others }: ProblemCounts): string {
  return amounts(amount(errors, "error"), amount(warnings, "warning")) || amount(others, "hint");
}

/** Empty where no problems are known: that there are none is only known once all is checked. */
function knownProblems({ problems }: SiteNode): string {
  return countProblems(problems);
}

/** What the counts mean, for those who rest the mouse on a node and for those who hear it. */
function explanation({ kind, articles, unchecked, problems }: SiteNode): string {
  const notYet = vscode.l10n.t("not checked yet");
  const found = countProblems(problems) || vscode.l10n.t("no problems");
  if (kind === "article") return amounts(NOUNS[kind](), unchecked > 0 ? notYet : found);
  const checked = articles - unchecked;
  const size = amounts(NOUNS[kind](), amount(articles, "article"));
  if (checked === 0) return amounts(size, notYet);
  return amounts(size, unchecked > 0 ? vscode.l10n.t("{0} in the {1} that were checked", found, checked) : found);
}

const NOUNS: { readonly [Kind in SiteNode["kind"]]: () => string } = {
  site: () => vscode.l10n.t("site"),
  communities: () => vscode.l10n.t("all communities"),
  community: () => vscode.l10n.t("community"),
  archetype: () => vscode.l10n.t("archetype"),
  topics: () => vscode.l10n.t("all topics"),
  scheme: () => vscode.l10n.t("scheme of topics"),
  topic: () => vscode.l10n.t("topic"),
  article: () => vscode.l10n.t("article"),
};

function iconOf({ kind, problems }: SiteNode): vscode.ThemeIcon {
  if (kind !== "article") return new vscode.ThemeIcon(ICONS[kind]);
  if (problems.errors > 0) return new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground"));
  if (problems.warnings > 0) return new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));
  return new vscode.ThemeIcon("file");
}

const ICONS = {
  site: "globe",
  communities: "organization",
  community: "organization",
  archetype: "symbol-class",
  topics: "tag",
  scheme: "symbol-namespace",
  topic: "tag",
} as const;

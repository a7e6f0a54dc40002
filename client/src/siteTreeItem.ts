import * as vscode from "vscode";
import type { ProblemCounts, SiteNode } from "../../server/src/protocol/requests.ts";

/** What the tree shows of a node. Its id is the same as long as what it stands for is there, so that it stays open. */
export function toTreeItem(node: SiteNode): vscode.TreeItem {
  const { kind, label, steps, uri } = node;
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
    item.command = { command: "vscode.open", title: "Open", arguments: [vscode.Uri.parse(uri)] };
  }
  return item;
}

/** Errors and warnings in words, and other problems where there are neither. */
export function countProblems({ errors, warnings, others }: ProblemCounts): string {
  const counts = [amount(errors, "error"), amount(warnings, "warning")].filter((text) => text !== "");
  return counts.length > 0 ? counts.join(", ") : amount(others, "hint");
}

export function amount(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Empty where no problems are known: that there are none is only known once all is checked. */
function knownProblems({ problems }: SiteNode): string {
  return countProblems(problems);
}

/** What the counts mean, for those who rest the mouse on a node and for those who hear it. */
function explanation({ kind, articles, unchecked, problems }: SiteNode): string {
  const found = countProblems(problems);
  if (kind === "article") return unchecked > 0 ? "article, not checked yet" : `article, ${found || "no problems"}`;
  const noun = NOUNS[kind];
  const checked = articles - unchecked;
  const size = `${noun}, ${amount(articles, "article")}`;
  if (checked === 0) return `${size}, not checked yet`;
  const about = unchecked > 0 ? ` in the ${checked} that were checked` : "";
  return `${size}, ${found || "no problems"}${about}`;
}

const NOUNS = {
  site: "site",
  communities: "all communities",
  community: "community",
  archetype: "archetype",
  topics: "all topics",
  scheme: "scheme of topics",
  topic: "topic",
} as const;

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

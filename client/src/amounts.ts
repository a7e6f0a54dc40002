import { l10n } from "vscode";

/** What is counted. One and many are texts of their own, since languages make the plural in their own ways. */
const AMOUNTS = {
  error: (count: number) => (count === 1 ? l10n.t("1 error") : l10n.t("{0} errors", count)),
  warning: (count: number) => (count === 1 ? l10n.t("1 warning") : l10n.t("{0} warnings", count)),
  hint: (count: number) => (count === 1 ? l10n.t("1 hint") : l10n.t("{0} hints", count)),
  file: (count: number) => (count === 1 ? l10n.t("1 file") : l10n.t("{0} files", count)),
  article: (count: number) => (count === 1 ? l10n.t("1 article") : l10n.t("{0} articles", count)),
} as const;

/** A number of things in words; empty where there are none. */
export function amount(count: number, kind: keyof typeof AMOUNTS): string {
  return count === 0 ? "" : AMOUNTS[kind](count);
}

/** Several amounts, without those that are empty. */
export function amounts(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join(", ");
}

import * as vscode from "vscode";
import type { ReportTexts } from "../../../server/src/protocol/reportTexts.ts";

/** The texts of the report in the language of the window. */
export function reportTexts(): ReportTexts {
  return {
    language: vscode.env.language,
    title: vscode.l10n.t("Content Report"),
    asOf: vscode.l10n.t("As of {0}"),
    articles: vscode.l10n.t("Articles"),
    communities: vscode.l10n.t("Communities"),
    errors: vscode.l10n.t("Errors"),
    warnings: vscode.l10n.t("Warnings"),
    others: vscode.l10n.t("Hints"),
    clean: vscode.l10n.t("Without a problem"),
    topics: vscode.l10n.t("Topics in use"),
    of: vscode.l10n.t("{0} of {1}"),
    hidden: vscode.l10n.t("{0} more are not shown."),
    nothing: vscode.l10n.t("Nothing to show here."),
    chart: vscode.l10n.t("Chart"),
    table: vscode.l10n.t("Table"),
    name: vscode.l10n.t("Name"),
    count: vscode.l10n.t("Number"),
    close: vscode.l10n.t("Close"),
    filter: vscode.l10n.t("Filter"),
    entries: vscode.l10n.t("{0} entries"),
    more: vscode.l10n.t("Show more"),
    line: vscode.l10n.t("line {0}"),
    refresh: vscode.l10n.t("Count again"),
    save: vscode.l10n.t("Save as HTML…"),
    hint: vscode.l10n.t("Choose a bar to see what it counts. Arrow keys lead from bar to bar."),
    sections: {
      rules: { heading: vscode.l10n.t("Problems by rule"), explanation: vscode.l10n.t("What is wrong most often.") },
      communities: {
        heading: vscode.l10n.t("Problems by community"),
        explanation: vscode.l10n.t("Where most is to be repaired."),
      },
      problemAges: {
        heading: vscode.l10n.t("Problems by age of the article"),
        explanation: vscode.l10n.t("Whether new articles are better than old ones."),
      },
      months: {
        heading: vscode.l10n.t("Articles per month"),
        explanation: vscode.l10n.t("When articles appeared, by their date."),
      },
      changes: {
        heading: vscode.l10n.t("Time since the last change"),
        explanation: vscode.l10n.t("Which articles have been left alone for long."),
      },
      images: {
        heading: vscode.l10n.t("Images missing, by community"),
        explanation: vscode.l10n.t("Articles without an image, or whose image is not there."),
      },
      topics: { heading: vscode.l10n.t("Most used topics"), explanation: vscode.l10n.t("In how many articles.") },
      pairs: {
        heading: vscode.l10n.t("Topics used together"),
        explanation: vscode.l10n.t("In how many articles two of them meet."),
      },
      topicCounts: {
        heading: vscode.l10n.t("Topics per article"),
        explanation: vscode.l10n.t("How many articles have how many topics."),
      },
      coverage: {
        heading: vscode.l10n.t("Unused topics by scheme"),
        explanation: vscode.l10n.t("What the vocabulary lists and no article uses."),
      },
      rare: {
        heading: vscode.l10n.t("Rare topics by scheme"),
        explanation: vscode.l10n.t("Topics that only one or two articles use."),
      },
    },
    words: {
      noCommunity: vscode.l10n.t("No community"),
      otherFiles: vscode.l10n.t("Other files of the site"),
      noDate: vscode.l10n.t("No date"),
      month: vscode.l10n.t("Up to a month"),
      quarter: vscode.l10n.t("Up to 3 months"),
      year: vscode.l10n.t("Up to a year"),
      twoYears: vscode.l10n.t("Up to 2 years"),
      older: vscode.l10n.t("Older"),
      earlier: vscode.l10n.t("Earlier"),
      later: vscode.l10n.t("Later"),
      noImage: vscode.l10n.t("No image"),
      fileMissing: vscode.l10n.t("The file is not there"),
    },
  };
}

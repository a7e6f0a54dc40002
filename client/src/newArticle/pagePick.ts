import * as vscode from "vscode";
import type { Server } from "../server.ts";
import type { FetchFailure } from "../sourcePage/guardedFetch.ts";
import type { SourceFacts } from "../sourcePage/sourceFacts.ts";
import type { SourceReader } from "../sourcePage/sourceReader.ts";
import { type Answers, archetypeOf } from "./answers.ts";
import { wordsFor } from "./failureWords.ts";
import { problemOf } from "./imagePick.ts";
import { askForMany, type Step } from "./steps.ts";

type Fact = "title" | "description" | "image" | "authors" | "published";

interface FactItem extends vscode.QuickPickItem {
  readonly fact: Fact;
}

/** What a page was found to say, and what of it the author has taken. */
interface Reading {
  readonly source: string;
  readonly items: readonly FactItem[];
  readonly facts: SourceFacts;
  /** `undefined` until the author was asked. */
  taken: readonly Fact[] | undefined;
}

/** Reads the page that is curated, and asks what to take of what it says of itself; all of that may be changed later. */
export function pageQuestion(answers: Answers, server: Server, reader: SourceReader): Step {
  let reading: Reading | undefined;
  const isRead = () => reading?.source === answers.source;
  return {
    isAsked: () =>
      (archetypeOf(answers)?.source ?? "none") !== "none" &&
      answers.source !== "" &&
      (!isRead() || (reading?.items.length ?? 0) > 0),
    async ask(place) {
      if (!isRead()) {
        // What the page before said is not said of this one.
        if (reading !== undefined) await take(answers, reading, [], { server, reader });
        reading = await read(answers, reader);
      }
      const page = reading;
      if (page === undefined || page.items.length === 0) return "next";
      let picked: readonly Fact[] = [];
      const outcome = await askForMany(place, {
        placeholder: vscode.l10n.t("What to take of what the page says of itself"),
        items: page.items,
        picked: page.items.filter(({ fact, picked: isLikely }) => page.taken?.includes(fact) ?? isLikely),
        take(items) {
          picked = items.map(({ fact }) => fact);
        },
      });
      if (outcome === "next") await take(answers, page, picked, { server, reader });
      return outcome;
    },
  };
}

async function read(answers: Answers, reader: SourceReader): Promise<Reading> {
  const { source } = answers;
  const found = await withCancel(vscode.l10n.t("Reading {0}…", source), (signal) => reader.readPage(source, signal));
  if (found.kind === "failed") {
    explain(found, source);
    return { source, facts: { authors: [] }, items: [], taken: undefined };
  }
  const items = itemsFor(found.facts, archetypeOf(answers)?.hasImage === true);
  if (items.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t("The page says nothing of itself."));
  return { source, facts: found.facts, items, taken: undefined };
}

/** Who wrote the page is seldom the author of what is said about it, and its date seldom that of the article. */
function itemsFor(
  { title, description, image, authors, published, siteName }: SourceFacts,
  hasImage: boolean,
): readonly FactItem[] {
  const item = (fact: Fact, label: string, detail: string | undefined, more: Partial<FactItem>): readonly FactItem[] =>
    detail === undefined || detail === "" ? [] : [{ fact, label, detail, ...more }];
  const from = siteName === undefined ? {} : { description: siteName };
  return [
    ...item("title", vscode.l10n.t("Title"), title, { picked: true, ...from }),
    ...item("description", vscode.l10n.t("Description"), description, { picked: true }),
    ...item("image", vscode.l10n.t("Image"), hasImage ? image : undefined, { picked: true }),
    ...item("authors", vscode.l10n.t("Author"), authors.join(", "), { picked: false }),
    ...item("published", vscode.l10n.t("Date"), isPast(published) ? published : undefined, { picked: false }),
  ];
}

function isPast(published: string | undefined): boolean {
  return published !== undefined && Date.parse(published) <= Date.now();
}

/** Only what is newly ticked or unticked changes an answer: whoever comes back may have changed the others by hand. */
async function take(
  answers: Answers,
  page: Reading,
  picked: readonly Fact[],
  { server, reader }: { readonly server: Server; readonly reader: SourceReader },
): Promise<void> {
  const { title = "", description, image, authors, published } = page.facts;
  const before = page.taken ?? [];
  page.taken = picked;
  for (const { fact } of page.items) {
    const isTaken = picked.includes(fact);
    if (isTaken === before.includes(fact)) continue;
    switch (fact) {
      case "title":
        answers.title = isTaken ? title : "";
        break;
      case "description":
        answers.description = isTaken ? description : undefined;
        break;
      case "authors":
        answers.authors = isTaken ? authors : [];
        break;
      case "published":
        answers.values = withDate(answers.values, isTaken ? published : undefined);
        break;
      case "image":
        answers.image = isTaken && image !== undefined ? await imageAt(image, answers, { server, reader }) : undefined;
        break;
    }
  }
}

function withDate({ date: _, ...others }: Answers["values"], date: string | undefined): Answers["values"] {
  return date === undefined ? others : { ...others, date };
}

/** The URI of a file with a picture of the web; `undefined` where it is of no use, which the author is told. */
async function imageAt(
  url: string,
  answers: Answers,
  { server, reader }: { readonly server: Server; readonly reader: SourceReader },
): Promise<string | undefined> {
  const found = await withCancel(vscode.l10n.t("Reading {0}…", url), (signal) => reader.readImage(url, signal));
  if (found.kind === "failed") return explain(found, url);
  const problem = await problemOf(found.uri, answers, server);
  if (problem === undefined) return found.uri;
  void vscode.window.showWarningMessage(problem);
  return undefined;
}

function explain(failure: FetchFailure, address: string): undefined {
  const words = wordsFor(failure);
  if (words !== undefined)
    void vscode.window.showWarningMessage(vscode.l10n.t("{0} was not read: {1}", address, words));
}

function withCancel<Result>(title: string, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title };
  return Promise.resolve(
    vscode.window.withProgress(options, (_, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      return work(controller.signal);
    }),
  );
}

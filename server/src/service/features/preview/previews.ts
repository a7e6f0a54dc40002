import type { TextDocument } from "../../document/textDocument.ts";
import { isArticle } from "../../model/article.ts";
import { ownFacts } from "../../model/ownFacts.ts";
import { pageAt } from "../../model/pageAt.ts";
import { addressFrom } from "../../model/text/addressFrom.ts";
import type { Subjects } from "../../workspace/subjects.ts";
import { uriIn } from "../../workspace/uri.ts";
import { problemsIn } from "../findProblems.ts";
import type { Settings } from "../settings.ts";
import { type Preview, previewOf } from "./preview.ts";

/** What the pages of articles look like. */
export interface Previews {
  /** The page of an article as it stands in the editor; `undefined` where a document is none. */
  preview(document: TextDocument, settings?: Settings): Promise<Preview | undefined>;
  /** The URI of the file of the page that a link of the article's page leads to; `undefined` where none is known there. */
  pageTarget(document: TextDocument, target: string): Promise<string | undefined>;
}

export function createPreviews({ subjects }: { readonly subjects: Subjects }): Previews {
  return {
    async preview(document, { enable, rules } = { enable: true, rules: {} }) {
      const subject = enable ? await subjects.of(document) : undefined;
      if (subject === undefined || !isArticle(subject)) return undefined;
      return previewOf(subject, problemsIn(subject, rules));
    },
    async pageTarget(document, target) {
      const subject = await subjects.of(document);
      if (subject === undefined || !isArticle(subject)) return undefined;
      const address = addressFrom(ownFacts(subject).permalink ?? "/", target);
      const page = address === undefined ? undefined : pageAt(subject.index, address, subject.path);
      return page && uriIn(subject.model.root, page.path);
    },
  };
}

import type { Connection } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type PreviewPart,
  type PreviewProblem,
  type PreviewResult,
  pageTarget,
  preview as previewRequest,
} from "../protocol/preview.ts";
import type {
  LanguageService,
  PreviewPart as Part,
  PreviewProblem as Problem,
  Settings,
} from "../service/languageService.ts";
import type { Answering } from "./answering.ts";
import { toRange } from "./convert.ts";

interface PreviewOptions {
  readonly service: LanguageService;
  readonly answering: Answering;
}

/** `curatedContent/preview` and `curatedContent/pageTarget` */
export function answerPreviews(connection: Connection, { service, answering }: PreviewOptions): void {
  connection.onRequest(
    previewRequest,
    answering(previewRequest.method, null, (document, _, settings) => preview(document, { service, settings })),
  );
  connection.onRequest(
    pageTarget,
    answering(pageTarget.method, null, async (document, { target }) => {
      const uri = await service.pageTarget(document, target);
      return uri === undefined ? null : { uri };
    }),
  );
}

async function preview(
  document: TextDocument,
  { service, settings }: { readonly service: LanguageService; readonly settings: Settings },
): Promise<PreviewResult | null> {
  const found = await service.preview(document, settings);
  if (found === undefined) return null;
  const toProblems = (problems: readonly Problem[]): PreviewProblem[] =>
    problems.map(({ start, end, ...problem }) => ({ ...problem, range: toRange(document, { start, end }) }));
  const toPart = ({ start, end, path, target, note, size, problems, ...part }: Part): PreviewPart => ({
    ...part,
    key: path.join("."),
    range: toRange(document, { start, end }),
    ...(target !== undefined && { target }),
    ...(note !== undefined && { note }),
    ...(size !== undefined && { size }),
    problems: toProblems(problems),
  });
  const { publication, body, ...rest } = found;
  return {
    ...rest,
    version: document.version,
    permalink: found.permalink ?? null,
    site: { title: publication.title ?? null, baseUrl: publication.baseUrl ?? null },
    body: body === undefined ? null : toRange(document, body),
    parts: found.parts.map(toPart),
    bodyProblems: toProblems(found.bodyProblems),
    otherProblems: toProblems(found.otherProblems),
  };
}

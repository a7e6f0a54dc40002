import { nodeAt, pairAt } from "../document/node.ts";
import type { Span } from "../document/span.ts";
import type { StructuredDocument } from "../model/structuredDocument.ts";
import { type Elsewhere, messageOf } from "../rules/rule.ts";
import type { Subject } from "../workspace/subject.ts";
import { uriIn } from "../workspace/uri.ts";
import { type Diagnostic, type RelatedPlace, toDiagnostic } from "./diagnostics.ts";
import type { Problem } from "./problems.ts";

/**
 * Problems in words, with the places in other files that explain them.
 *
 * @param subjectAt reads what is at a URI
 */
export async function withPlaces(
  problems: readonly Problem[],
  { model }: Subject,
  subjectAt: (uri: string) => Promise<Subject | undefined>,
): Promise<readonly Diagnostic[]> {
  // An article that was copied shares several things with the other one.
  const read = new Map<string, Promise<Subject | undefined>>();
  const subjectOf = (file: string): Promise<Subject | undefined> => {
    const subject = read.get(file) ?? subjectAt(uriIn(model.root, file));
    read.set(file, subject);
    return subject;
  };
  const placeOf = async (problem: Problem, place: Elsewhere<string>): Promise<RelatedPlace> => {
    const subject = await subjectOf(place.file);
    const message = messageOf(problem.rule, place.messageId, { ...problem.finding.data, ...place.data });
    // Of a page that is no article, as that of a section, the start is enough.
    if (subject === undefined) {
      return { start: 0, end: 0, message, document: { uri: uriIn(model.root, place.file), text: "" } };
    }
    const { uri, text } = subject;
    return { ...spanIn(subject, place), message, document: { uri, text } };
  };
  return Promise.all(
    problems.map(async (problem) => {
      const diagnostic = toDiagnostic(problem);
      const elsewhere = problem.finding.elsewhere ?? [];
      if (elsewhere.length === 0) return diagnostic;
      const places = await Promise.all(elsewhere.map((place) => placeOf(problem, place)));
      return { ...diagnostic, related: [...diagnostic.related, ...places] };
    }),
  );
}

/** The value at a path, else its key; the start of the file where there is neither. */
function spanIn({ frontMatter }: StructuredDocument, { path }: Elsewhere<string>): Span {
  const node = nodeAt(frontMatter?.root, path);
  const place = node !== undefined && node.end > node.start ? node : pairAt(frontMatter?.root, path)?.key;
  return { start: place?.start ?? 0, end: place?.end ?? 0 };
}

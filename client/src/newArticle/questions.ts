import * as vscode from "vscode";
import { newArticle, newArticleTopics } from "../../../server/src/protocol/newArticle.ts";
import type { Server } from "../server.ts";
import type { SourceReader } from "../sourcePage/sourceReader.ts";
import { type Answers, archetypeOf, type Curated, paramsOf, takeSource } from "./answers.ts";
import { askAboutCurated } from "./curated.ts";
import { askForImage } from "./imagePick.ts";
import { pageQuestion } from "./pagePick.ts";
import { askForOne, askForText, type Outcome, type Step, type StepPlace } from "./steps.ts";
import { askForTopics } from "./topicPick.ts";

/**
 * What the author of a new article is asked, in this order.
 *
 * @param answers are changed
 * @param settled what the place says where the article is to be, which is not asked
 */
export function questionsFor(
  answers: Answers,
  {
    server,
    sites,
    settled,
    reader,
  }: {
    readonly server: Server;
    readonly sites: readonly Answers["site"][];
    readonly settled: Answers["site"]["here"];
    /** Reads the page that is curated, where that is wanted. */
    readonly reader: SourceReader | undefined;
  },
): readonly Step[] {
  // Whoever goes on all the same is not asked again.
  const accepted = new Set<string>();
  return [
    siteQuestion(answers, sites),
    archetypeQuestion(answers, settled.archetype),
    communityQuestion(answers, settled.community),
    textQuestion(answers, server, {
      key: "source",
      accepted,
      isAsked: () => (archetypeOf(answers)?.source ?? "none") !== "none",
      prompt: vscode.l10n.t("The address of the page that it curates"),
      placeholder: "https://example.org/page",
      validate: (text) => {
        if (text === "" && archetypeOf(answers)?.source === "optional") return undefined;
        return WEB_ADDRESS.test(text)
          ? undefined
          : vscode.l10n.t("A web address such as {0}", "https://example.org/page");
      },
    }),
    ...(reader === undefined ? [] : [pageQuestion(answers, server, reader)]),
    textQuestion(answers, server, {
      key: "title",
      accepted,
      isAsked: () => true,
      prompt: vscode.l10n.t("Its title"),
      placeholder: vscode.l10n.t("The headline; slug, alias and breadcrumbs follow from it"),
      validate: (text) => (text.trim() === "" ? vscode.l10n.t("An article has a title.") : undefined),
    }),
    descriptionQuestion(answers),
    {
      isAsked: () => archetypeOf(answers)?.hasTopics === true,
      async ask(place) {
        const { community: slug, site, topics } = answers;
        const choices = (await server.ask(newArticleTopics, { root: site.root, community: slug })) ?? [];
        const take = (picked: readonly string[]) => {
          answers.topics = picked;
        };
        return askForTopics(place, { choices, picked: topics, take });
      },
    },
    {
      isAsked: () => archetypeOf(answers)?.hasImage === true,
      ask: (place) => askForImage(place, answers, server),
    },
  ];
}

/** A scheme, a host and no spaces; the server knows it more exactly. */
const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+\S*$/i;

function siteQuestion(answers: Answers, sites: readonly Answers["site"][]): Step {
  return {
    isAsked: () => sites.length > 1,
    ask(place) {
      const items = sites.map((site) => ({
        site,
        label: nameOf(site.root),
        description: vscode.Uri.parse(site.root).path,
      }));
      return askForOne(place, {
        placeholder: vscode.l10n.t("For which site?"),
        items,
        active: items.find(({ site }) => site === answers.site),
        async take({ site }) {
          if (site !== answers.site) Object.assign(answers, { archetype: onlyArchetype(site), community: undefined });
          answers.site = site;
          return "next";
        },
      });
    },
  };
}

/** The archetype of a site that has only one. */
export function onlyArchetype({ archetypes }: Answers["site"]): string | undefined {
  return archetypes.length === 1 ? archetypes[0]?.name : undefined;
}

function archetypeQuestion(answers: Answers, known: string | undefined): Step {
  return {
    isAsked: () => known === undefined && answers.site.archetypes.length > 1,
    ask(place) {
      const items = answers.site.archetypes.map(({ name, description, articles }) => ({
        label: name,
        description: String(articles),
        ...(description !== undefined && { detail: description }),
      }));
      return askForOne(place, {
        placeholder: vscode.l10n.t("What is it?"),
        items,
        active: items.find(({ label }) => label === answers.archetype),
        async take({ label }) {
          answers.archetype = label;
          return "next";
        },
      });
    },
  };
}

function communityQuestion(answers: Answers, known: string | undefined): Step {
  return {
    isAsked: () => known === undefined && archetypeOf(answers)?.hasCommunity === true,
    ask(place) {
      if (answers.site.communities.length === 0) return askForFirstCommunity(place, answers);
      const items = answers.site.communities.map(({ slug, name, articles }) => ({
        slug,
        label: name ?? slug,
        description: String(articles),
      }));
      return askForOne(place, {
        placeholder: vscode.l10n.t("For which community?"),
        items,
        active: items.find(({ slug }) => slug === answers.community),
        async take({ slug }) {
          answers.community = slug;
          return "next";
        },
      });
    },
  };
}

/** A site that lists no communities, and has no articles yet, learns of its first one from the article. */
function askForFirstCommunity(place: StepPlace, answers: Answers): Promise<Outcome> {
  const suchAs = vscode.l10n.t("A name such as {0}", "chronic-care-management");
  return askForText(place, {
    prompt: vscode.l10n.t("Its community, by the name of its folder"),
    placeholder: suchAs,
    value: answers.community ?? "",
    validate: (text) => (FOLDER_NAME.test(text.trim()) ? undefined : suchAs),
    async take(text) {
      answers.community = text;
      return undefined;
    },
  });
}

/** The server knows it more exactly. */
const FOLDER_NAME = /^[^\s./\\][^\s/\\]*$/;

/** Asked where there is one to look at; else its place is left blank. */
function descriptionQuestion(answers: Answers): Step {
  return {
    isAsked: () => answers.description !== undefined,
    ask: (place) =>
      askForText(place, {
        prompt: vscode.l10n.t("Its description"),
        placeholder: vscode.l10n.t("One to three sentences; nothing where it is to be written later"),
        value: answers.description ?? "",
        validate: () => undefined,
        async take(text) {
          answers.description = text;
          return undefined;
        },
      }),
  };
}

interface TextQuestion {
  readonly key: "source" | "title";
  /** The articles that may stand in the way. */
  readonly accepted: Set<string>;
  readonly prompt: string;
  readonly placeholder: string;
  isAsked(): boolean;
  validate(text: string): string | undefined;
}

/** A text that may be that of another article: then its author is told at once, not when all is answered. */
function textQuestion(answers: Answers, server: Server, { key, accepted, isAsked, ...question }: TextQuestion): Step {
  const ask = async (place: StepPlace): Promise<Outcome> => {
    let curated: readonly Curated[] = [];
    const outcome = await askForText(place, {
      ...question,
      value: answers[key],
      async take(text) {
        if (key === "source") takeSource(answers, text);
        else answers[key] = text;
        const asked = { ...paramsOf(answers), topics: [], image: undefined };
        try {
          const made = await server.ask(newArticle, key === "source" ? { ...asked, title: "" } : asked);
          curated = (made?.curated ?? []).filter((page) => !accepted.has(idOf(page)));
          return undefined;
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      },
    });
    if (outcome !== "next" || curated.length === 0) return outcome;
    const decision = await askAboutCurated(place, curated);
    if (decision === "again") return ask(place);
    if (decision === "next") for (const page of curated) accepted.add(idOf(page));
    return decision;
  };
  return { isAsked, ask };
}

function idOf({ same, uri }: Curated): string {
  return `${same} ${uri}`;
}

function nameOf(uri: string): string {
  const { path } = vscode.Uri.parse(uri);
  return path.slice(path.lastIndexOf("/") + 1);
}

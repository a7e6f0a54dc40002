import type { SectionId, WordId } from "../service/languageService.ts";

/** What the page of a report says, in one language. `{0}` and so on stand for what is put in. */
export interface ReportTexts {
  /** A tag of BCP 47. */
  readonly language: string;
  readonly title: string;
  /** {0}: the day */
  readonly asOf: string;
  readonly articles: string;
  readonly communities: string;
  readonly errors: string;
  readonly warnings: string;
  readonly others: string;
  readonly clean: string;
  readonly topics: string;
  /** {0}: a part, {1}: the whole */
  readonly of: string;
  /** {0}: how many bars are not shown */
  readonly hidden: string;
  readonly nothing: string;
  readonly chart: string;
  readonly table: string;
  readonly name: string;
  readonly count: string;
  readonly close: string;
  readonly filter: string;
  /** {0}: how many entries */
  readonly entries: string;
  readonly more: string;
  readonly line: string;
  readonly refresh: string;
  readonly save: string;
  readonly hint: string;
  readonly sections: { readonly [Id in SectionId]: { readonly heading: string; readonly explanation: string } };
  readonly words: { readonly [Id in WordId]: string };
}

/** The texts in English, as the command line writes them. */
export const ENGLISH: ReportTexts = {
  language: "en",
  title: "Content Report",
  asOf: "As of {0}",
  articles: "Articles",
  communities: "Communities",
  errors: "Errors",
  warnings: "Warnings",
  others: "Hints",
  clean: "Without a problem",
  topics: "Topics in use",
  of: "{0} of {1}",
  hidden: "{0} more are not shown.",
  nothing: "Nothing to show here.",
  chart: "Chart",
  table: "Table",
  name: "Name",
  count: "Number",
  close: "Close",
  filter: "Filter",
  entries: "{0} entries",
  more: "Show more",
  line: "line {0}",
  refresh: "Count again",
  save: "Save as HTML…",
  hint: "Choose a bar to see what it counts. Arrow keys lead from bar to bar.",
  sections: {
    rules: { heading: "Problems by rule", explanation: "What is wrong most often." },
    communities: { heading: "Problems by community", explanation: "Where most is to be repaired." },
    problemAges: {
      heading: "Problems by age of the article",
      explanation: "Whether new articles are better than old ones.",
    },
    months: { heading: "Articles per month", explanation: "When articles appeared, by their date." },
    changes: { heading: "Time since the last change", explanation: "Which articles have been left alone for long." },
    images: {
      heading: "Images missing, by community",
      explanation: "Articles without an image, or whose image is not there.",
    },
    topics: { heading: "Most used topics", explanation: "In how many articles." },
    pairs: { heading: "Topics used together", explanation: "In how many articles two of them meet." },
    topicCounts: { heading: "Topics per article", explanation: "How many articles have how many topics." },
    coverage: { heading: "Unused topics by scheme", explanation: "What the vocabulary lists and no article uses." },
    rare: { heading: "Rare topics by scheme", explanation: "Topics that only one or two articles use." },
  },
  words: {
    noCommunity: "No community",
    otherFiles: "Other files of the site",
    noDate: "No date",
    month: "Up to a month",
    quarter: "Up to 3 months",
    year: "Up to a year",
    twoYears: "Up to 2 years",
    older: "Older",
    earlier: "Earlier",
    later: "Later",
    noImage: "No image",
    fileMissing: "The file is not there",
  },
};

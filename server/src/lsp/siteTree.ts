import type { Connection, Location } from "vscode-languageserver";
import {
  didChangeSiteTree,
  type ProblemCounts,
  type SiteTreeParams,
  type SiteTreeResult,
  siteNodePlace,
  siteTree as siteTreeRequest,
} from "../protocol/requests.ts";
import type { LanguageService, Log } from "../service/languageService.ts";
import { toLocation } from "./convert.ts";
import { describeError } from "./log.ts";
import type { SiteChecks } from "./siteChecks.ts";

/** The tree is for the eye: a swarm of changes is shown as one. */
const PAUSE_MS = 400;

const NO_PROBLEMS: ProblemCounts = { errors: 0, warnings: 0, others: 0 };

const NOTHING: SiteTreeResult = { nodes: [], state: "read", problems: NO_PROBLEMS };

/** `curatedContent/siteTree`, and word of its changes once somebody has asked for it. */
export function siteTree(
  connection: Connection,
  {
    service,
    siteChecks,
    log,
  }: { readonly service: LanguageService; readonly siteChecks: SiteChecks; readonly log: Log },
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isShown = false;
  const tellSoon = (): void => {
    if (!isShown || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void connection.sendNotification(didChangeSiteTree);
    }, PAUSE_MS);
  };
  const problemsOf = (uri: string) => siteChecks.results.get(uri)?.counts;
  const nodesBelow = async ({ steps = [] }: SiteTreeParams): Promise<SiteTreeResult> => {
    const [root] = steps;
    if (root !== undefined) {
      return { ...(await service.siteTree(root, steps, problemsOf)), problems: NO_PROBLEMS };
    }
    const sites = await Promise.all((await service.sites()).map((site) => service.siteTree(site, [], problemsOf)));
    const states = sites.map(({ state }) => state);
    const state = (["reading", "stopped"] as const).find((each) => states.includes(each)) ?? "read";
    const nodes = sites.flatMap((site) => site.nodes);
    const problems = nodes.map((node) => node.problems).reduce(sum, NO_PROBLEMS);
    // A single site needs no node of its own.
    const [only, ...others] = nodes;
    if (only === undefined || others.length > 0) return { nodes, state, problems };
    const inner = await service.siteTree(only.steps[0] ?? "", only.steps, problemsOf);
    return { nodes: inner.nodes, state, problems };
  };

  connection.onRequest(siteTreeRequest, async (params): Promise<SiteTreeResult> => {
    isShown = true;
    try {
      return await nodesBelow(params);
    } catch (error) {
      log.error(`${siteTreeRequest.method} failed: ${describeError(error)}`);
      return NOTHING;
    }
  });
  connection.onRequest(siteNodePlace, async (params): Promise<Location | null> => {
    try {
      const place = await service.placeOfSymbol(params);
      return place === undefined ? null : toLocation(place);
    } catch (error) {
      log.error(`${siteNodePlace.method} failed: ${describeError(error)}`);
      return null;
    }
  });
  siteChecks.onDidChange(tellSoon);
  service.onDidChangeIndex(tellSoon);
  service.onDidStartIndexing(({ ended }) => {
    tellSoon();
    void ended.then(tellSoon);
  });
}

function sum(a: ProblemCounts, b: ProblemCounts): ProblemCounts {
  return { errors: a.errors + b.errors, warnings: a.warnings + b.warnings, others: a.others + b.others };
}

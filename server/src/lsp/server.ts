import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { builtIns } from "../../../schemas/index.ts";
import {
  DIAGNOSTIC_SOURCE,
  didHideDocument,
  documentStatus as documentStatusRequest,
  type InitializationOptions,
  trustGranted,
} from "../protocol/requests.ts";
import { createLanguageService, type FactCache, type Log, type PageReader } from "../service/languageService.ts";
import { createAnswering } from "./answering.ts";
import { createChecks } from "./checks.ts";
import { type Client, readClient } from "./client.ts";
import { createClientFiles, type Files } from "./clientWorkspace.ts";
import { CODE_ACTION_KINDS, codeActions } from "./codeActions.ts";
import { answerCodeLenses } from "./codeLenses.ts";
import { completion, TRIGGER_CHARACTERS } from "./completion.ts";
import { answerContentReports } from "./contentReports.ts";
import { definition } from "./definition.ts";
import { documentHighlights } from "./documentHighlights.ts";
import { documentLinks } from "./documentLinks.ts";
import { documentStatus } from "./documentStatus.ts";
import { documentSymbols } from "./documentSymbols.ts";
import { createDocuments, mayBeVocabulary, openIn } from "./documents.ts";
import { didChangeFiles } from "./fileChanges.ts";
import { createFolders, normalise } from "./folders.ts";
import { foldingRanges } from "./foldingRanges.ts";
import { hover } from "./hover.ts";
import { showIndexingProgress } from "./indexingProgress.ts";
import { inlayHints, refreshInlayHints } from "./inlayHints.ts";
import { createLog } from "./log.ts";
import { answerNewArticles } from "./newArticles.ts";
import { createOwnMoves } from "./ownMoves.ts";
import { createPause } from "./pause.ts";
import { answerPreviews } from "./preview.ts";
import { pullDiagnostics } from "./pullDiagnostics.ts";
import { pushDiagnostics } from "./pushDiagnostics.ts";
import { references } from "./references.ts";
import { prepareRename, rename } from "./rename.ts";
import { selectionRanges } from "./selectionRanges.ts";
import { createSettings } from "./settings.ts";
import { createSiteChecks } from "./siteChecks.ts";
import { siteTree } from "./siteTree.ts";
import { answerTopicImport } from "./topicImport.ts";
import { answerTopicRequests } from "./topicRequests.ts";
import { createTrust } from "./trust.ts";
import { wholeSites } from "./wholeSites.ts";
import { answerWillRename, WILL_RENAME } from "./willRename.ts";
import { answerWorkPackages } from "./workPackages.ts";
import { FILE_OPERATIONS, followWorkspace } from "./workspaceChanges.ts";
import { workspaceDiagnostics } from "./workspaceDiagnostics.ts";
import { workspaceSymbols } from "./workspaceSymbols.ts";

/** What differs between the places where the server runs. */
export interface ServerOptions {
  readonly version: string;
  /** How files are read here; `clientFiles` asks the client. */
  openFiles(clientFiles: Files, log: Log): Files;
  /** Where something can be kept from one session to the next, if anywhere. */
  openFactCache?(folder: InitializationOptions["cacheFolder"], log: Log): FactCache | undefined;
  /** What reads pages beside everything else, where there are threads. */
  openPageReader?(isTrusted: () => boolean, log: Log): PageReader;
}

/** Speaks LSP over a connection until it ends. The same in Node and in a browser. */
export function startServer(connection: Connection, options: ServerOptions): void {
  connection.onInitialize((params): InitializeResult => {
    const client = readClient(params);
    serve(connection, params, { ...options, client });
    return {
      capabilities: capabilitiesFor(client),
      serverInfo: { name: "curated-content", version: options.version },
    };
  });
  connection.listen();
}

/** Puts the parts together, once it is known what the client can do. */
function serve(
  connection: Connection,
  params: InitializeParams,
  { client, version, openFiles, openFactCache, openPageReader }: ServerOptions & { readonly client: Client },
): void {
  const log = createLog(connection.console);
  log.info(`Curated Content ${version}`);
  const documents = createDocuments();
  const folders = createFolders(params);
  const files = openFiles(createClientFiles(connection, client, log), log);
  const trust = createTrust(client);
  const service = createLanguageService({
    workspace: {
      ...files,
      folders: folders.all,
      openDocument: openIn(documents),
      openDocuments: () => documents.all(),
      pause: createPause(Date.now),
    },
    builtIns,
    compileSchema: trust.compileSchema,
    log,
    factCache: openFactCache?.(client.options.cacheFolder, log),
    pageReader: openPageReader?.(trust.isGranted, log),
    now: Date.now,
  });
  const settings = createSettings(connection, client, log);
  const answering = createAnswering({ documents, settings, log });
  const ownMoves = createOwnMoves(async (uri) => openIn(documents)(uri)?.getText() ?? (await files.readFile(uri)));
  const siteChecks = createSiteChecks({ service, settings, log });
  const checks = createChecks(service, (document, diagnostics) => {
    // The check of an older version may end after that of the newest.
    if (documents.get(document.uri) === document) siteChecks.note(document.uri, diagnostics);
  });

  connection.onCompletion(
    answering("textDocument/completion", [], (document, position) =>
      completion(document, position, { service, client }),
    ),
  );
  connection.onHover(
    answering("textDocument/hover", null, (document, position) => hover(document, position, { service, client })),
  );
  connection.onDefinition(
    answering("textDocument/definition", [], (document, request) => definition(document, request, service)),
  );
  connection.onReferences(
    answering("textDocument/references", [], (document, request) => references(document, request, service)),
  );
  connection.onPrepareRename(
    answering("textDocument/prepareRename", null, (document, request) =>
      prepareRename(document, request, { service, client }),
    ),
  );
  connection.onRenameRequest(
    answering("textDocument/rename", null, (document, request, own) =>
      rename(document, request, { service, client, documents, ownMoves, settings: own }),
    ),
  );
  connection.onCodeAction(
    answering("textDocument/codeAction", [], (document, request, own) =>
      codeActions(document, request, { service, client, documents, settings: own }),
    ),
  );
  connection.onDocumentLinks(
    answering("textDocument/documentLink", null, (document) => documentLinks(document, { service, client })),
  );
  connection.onDocumentHighlight(
    answering("textDocument/documentHighlight", null, (document, params) =>
      documentHighlights(document, params, service),
    ),
  );
  connection.languages.inlayHint.on(
    answering("textDocument/inlayHint", null, (document, params, own) =>
      inlayHints(document, params, { service, settings: own }),
    ),
  );
  connection.onDocumentSymbol(
    answering("textDocument/documentSymbol", null, (document) => documentSymbols(document, { service, client })),
  );
  connection.onFoldingRanges(
    answering("textDocument/foldingRange", null, (document) => foldingRanges(document, { service, client })),
  );
  connection.onSelectionRanges(
    answering("textDocument/selectionRange", null, (document, params) => selectionRanges(document, params, service)),
  );
  workspaceSymbols(connection, { service, client, settings, log });
  connection.onRequest(
    documentStatusRequest,
    answering(documentStatusRequest.method, null, (document) => documentStatus(document, service)),
  );
  answerPreviews(connection, { service, answering });
  answerTopicRequests(connection, { service, documents, answering, client });
  answerContentReports(connection, { service, settings, log });
  answerTopicImport(connection, { service, documents, client, log });
  answerCodeLenses(connection, { service, documents, answering, client, log });
  answerNewArticles(connection, { service, documents, client, log });
  answerWorkPackages(connection, { service, answering, log });
  answerWillRename(connection, { service, documents, settings, client, ownMoves, log });

  const checkAgain = client.asksForDiagnostics
    ? pullDiagnostics(connection, { checks, answering, client, log })
    : pushDiagnostics(connection, documents, { checks, answering });
  documents.onDidClose(({ document }) => {
    settings.forget(document.uri);
    service.didClose(document.uri);
    siteChecks.didHide(document.uri);
  });
  const closedFiles = workspaceDiagnostics(connection, { service, client, folders, settings, siteChecks, log });
  siteTree(connection, { service, siteChecks, log });
  wholeSites(connection, {
    service,
    client,
    settings,
    siteChecks,
    diagnostics: closedFiles,
    log,
    versionOf: (uri) => openIn(documents)(uri)?.version ?? null,
  });
  const checkOpenAgain = () => {
    checks.invalidate();
    checkAgain();
    refreshInlayHints(connection, client, log);
  };
  const checkAllAgain = () => {
    checkOpenAgain();
    siteChecks.invalidate("all");
    void closedFiles.update();
  };
  showIndexingProgress(connection, { service, client, log });
  const changeOptions = { service, siteChecks, checkOpenAgain, checkAllAgain };
  followWorkspace(
    connection,
    { client, folders, settings, log },
    {
      didChangeFiles: (uris) => didChangeFiles(uris, changeOptions),
      checkAgain: checkAllAgain,
      ready: closedFiles.update,
    },
  );
  service.onDidChangeIndex(({ changed, concerned, topics }) => {
    siteChecks.invalidate(concerned === "all" ? "all" : [...changed, ...concerned]);
    if (topics === "others") siteChecks.invalidate([...siteChecks.results.keys()].filter(isYaml));
    const isConcerned = (document: TextDocument) =>
      concerned === "all" ||
      concerned.has(normalise(document.uri)) ||
      (topics === "others" && mayBeVocabulary(document));
    if (documents.all().some(isConcerned)) checkOpenAgain();
  });
  connection.onNotification(didHideDocument, ({ uri }) => siteChecks.didHide(uri));
  connection.onNotification(trustGranted, () => {
    trust.grant();
    // What was read of the sites was read without their schemas.
    service.didChangeFiles(folders.all().map((folder) => `${folder}/curated-content.yaml`));
    checkAllAgain();
  });
  documents.listen(connection);
}

function isYaml(uri: string): boolean {
  return /\.ya?ml$/.test(uri);
}

function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS] },
    hoverProvider: true,
    documentLinkProvider: {},
    documentHighlightProvider: true,
    inlayHintProvider: true,
    documentSymbolProvider: { label: "Curated Content" },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    workspaceSymbolProvider: { resolveProvider: client.resolvesSymbolPlaces },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    codeLensProvider: { resolveProvider: true },
    codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
    ...(client.asksForDiagnostics && {
      diagnosticProvider: {
        identifier: DIAGNOSTIC_SOURCE,
        interFileDependencies: true,
        workspaceDiagnostics: !client.registers.diagnostics,
      },
    }),
    workspace: {
      fileOperations: { ...FILE_OPERATIONS, willRename: WILL_RENAME },
      ...(client.hasWorkspaceFolders && { workspaceFolders: { supported: true, changeNotifications: true } }),
    },
  };
}

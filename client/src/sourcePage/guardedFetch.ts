import { promises as dns, type LookupAddress } from "node:dns";
import * as http from "node:http";
import * as https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { createBrotliDecompress, createInflate, createUnzip } from "node:zlib";
import { isPublicAddress } from "./publicAddress.ts";

/** What is to be read of the web, and how much of it. */
export interface Wanted {
  /** The media types that are of use, as `Accept` has them. */
  readonly accept: string;
  isWanted(mediaType: string): boolean;
  /** In bytes, once unpacked. */
  readonly limit: number;
  /** What becomes of more than that: the start of a page is of use, that of a picture is not. */
  readonly beyond: "cut" | "refuse";
  readonly signal: AbortSignal;
}

/** What the network is like; tests have one of their own. */
export interface Network {
  isAllowed(address: string): boolean;
  lookUp(host: string): Promise<readonly LookupAddress[]>;
  /** For one answer with all that leads to it, in milliseconds. */
  readonly timeout: number;
}

export const PUBLIC_NETWORK: Network = {
  isAllowed: isPublicAddress,
  lookUp: (host) => dns.lookup(host, { all: true }),
  timeout: 10_000,
};

export interface Fetched {
  readonly kind: "fetched";
  /** Where it was found in the end. */
  readonly url: string;
  readonly mediaType: string;
  readonly charset: string | undefined;
  readonly bytes: Uint8Array;
}

/** Why there is nothing. `detail` is a host, a status or what the system says. */
export interface FetchFailure {
  readonly kind: "failed";
  readonly reason:
    | "noWebAddress"
    | "notPublic"
    | "proxy"
    | "unknownHost"
    | "unreachable"
    | "timeout"
    | "cancelled"
    | "status"
    | "redirects"
    | "type"
    | "size";
  readonly detail: string;
}

const MOST_REDIRECTS = 5;

/**
 * Reads what a public address of the web holds. Each host is looked up once, all its addresses must be allowed, and only
 * they are connected to; so it is at every redirect. Nothing of this machine goes along: no cookie, no name, no referrer.
 */
export async function guardedFetch(address: string, wanted: Wanted, network: Network): Promise<Fetched | FetchFailure> {
  const deadline = AbortSignal.timeout(network.timeout);
  const within = { ...wanted, signal: AbortSignal.any([wanted.signal, deadline]) };
  try {
    let next = address;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const answer = await fetchOnce(next, within, network);
      if (typeof answer !== "string") return answer;
      next = answer;
    }
    return failed("redirects", String(MOST_REDIRECTS));
  } catch (error) {
    if (wanted.signal.aborted) return failed("cancelled", "");
    if (deadline.aborted) return failed("timeout", String(Math.ceil(network.timeout / 1000)));
    const { code, message } = error as NodeJS.ErrnoException;
    return failed(isUnknownHost(code) ? "unknownHost" : "unreachable", message || (code ?? String(error)));
  }
}

function isUnknownHost(code: string | undefined): boolean {
  return code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "EAI_NODATA";
}

/** A text is where a redirect leads. */
async function fetchOnce(address: string, wanted: Wanted, network: Network): Promise<Fetched | FetchFailure | string> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return failed("noWebAddress", address);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = await unlessAborted(addressesOf(host, network), wanted.signal);
  if (addresses.length === 0 || !addresses.every((one) => network.isAllowed(one.address)))
    return failed("notPublic", url.hostname);

  const response = await get(url, addresses, wanted);
  try {
    // Whatever made the connection, as a proxy does, it must lead to where we wanted to go.
    const peer = response.socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, "");
    if (!addresses.some((one) => one.address === peer)) return failed("proxy", url.hostname);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined)
      return URL.canParse(headers.location, url)
        ? new URL(headers.location, url).href
        : failed("noWebAddress", headers.location);
    if (statusCode !== 200) return failed("status", String(statusCode));
    const [mediaType = "", ...parameters] = (headers["content-type"] ?? "")
      .split(";")
      .map((part) => part.trim().toLowerCase());
    if (!wanted.isWanted(mediaType)) return failed("type", mediaType);
    const bytes = await readBody(response, wanted);
    if (bytes === undefined) return failed("size", String(wanted.limit));
    const charset = parameters
      .find((one) => one.startsWith("charset="))
      ?.slice("charset=".length)
      .replaceAll('"', "");
    return { kind: "fetched", url: url.href, mediaType, charset, bytes };
  } finally {
    response.destroy();
  }
}

async function addressesOf(host: string, { lookUp }: Network): Promise<readonly LookupAddress[]> {
  const family = isIP(host);
  return family === 0 ? lookUp(host) : [{ address: host, family }];
}

/** Nobody can stop a look-up; nobody has to wait for it either. */
function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const give = () => reject(signal.reason);
    if (signal.aborted) give();
    signal.addEventListener("abort", give, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", give));
  });
}

function get(url: URL, addresses: readonly LookupAddress[], { accept, signal }: Wanted): Promise<http.IncomingMessage> {
  // The connection goes to the addresses that were looked at, not to what a second look-up says.
  const lookup: LookupFunction = (_host, { all }, give) => {
    const [first] = addresses;
    if (all === true) give(null, [...addresses]);
    else give(null, first?.address ?? "", first?.family ?? 0);
  };
  const headers = {
    accept,
    "accept-encoding": "gzip,deflate,br",
    "user-agent": "CuratedContent/1.0",
  };
  return new Promise((resolve, reject) => {
    const { get: ask } = url.protocol === "https:" ? https : http;
    ask(url, { agent: false, headers, lookup, signal }, resolve).on("error", reject);
  });
}

async function readBody(response: http.IncomingMessage, { limit, beyond }: Wanted): Promise<Uint8Array | undefined> {
  const unpacked = unpackedOf(response);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > limit) break;
  }
  if (size > limit && beyond === "refuse") return undefined;
  return Buffer.concat(chunks).subarray(0, limit);
}

function unpackedOf(response: http.IncomingMessage): NodeJS.ReadableStream {
  const unpack = UNPACKERS.get(response.headers["content-encoding"]?.toLowerCase() ?? "identity");
  if (unpack === undefined) return response;
  const unpacked = unpack();
  response.once("error", (error) => unpacked.destroy(error));
  return response.pipe(unpacked);
}

const UNPACKERS: ReadonlyMap<string, typeof createUnzip> = new Map([
  ["gzip", createUnzip],
  ["x-gzip", createUnzip],
  ["deflate", createInflate as typeof createUnzip],
  ["br", createBrotliDecompress as unknown as typeof createUnzip],
]);

function failed(reason: FetchFailure["reason"], detail: string): FetchFailure {
  return { kind: "failed", reason, detail };
}

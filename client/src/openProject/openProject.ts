/** An OpenProject as its API, version 3, shows it to whoever has a token. */
export interface OpenProject {
  /** A work package with its schema, each as it is answered. */
  workPackage(id: number, signal: AbortSignal): Promise<WorkPackageTexts | OpenProjectFailure>;
  /** The contents of an attachment. */
  attachment(id: number, signal: AbortSignal): Promise<Contents | OpenProjectFailure>;
}

export interface WorkPackageTexts {
  readonly kind: "found";
  readonly workPackage: string;
  readonly schema?: string;
}

export interface Contents {
  readonly kind: "found";
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Why there is nothing. `detail` is what OpenProject or the system says, or a number. */
export interface OpenProjectFailure {
  readonly kind: "failed";
  readonly reason:
    | "unauthorized"
    | "notFound"
    | "refused"
    | "redirect"
    | "format"
    | "size"
    | "timeout"
    | "cancelled"
    | "unreachable";
  readonly detail: string;
}

interface OpenProjectOptions {
  /** Its address, as a browser has it. */
  readonly url: string;
  /** An API token of the account; none for what everybody may see. */
  readonly token: string | undefined;
  /** For each answer, in milliseconds. */
  readonly timeout?: number;
}

/** In bytes. A work package holds everything that was written in it, and attachments are pictures. */
const TEXT_LIMIT = 5_000_000;
const ATTACHMENT_LIMIT = 15_000_000;

const TIMEOUT = 15_000;

/** The token is sent to this address alone: where it leads on, nobody follows with it. */
export function createOpenProject({ url, token, timeout = TIMEOUT }: OpenProjectOptions): OpenProject {
  const base = url.endsWith("/") ? url : `${url}/`;
  const authorization = token === undefined ? {} : { authorization: `Basic ${inBase64(`apikey:${token}`)}` };

  const ask = async (
    address: string | URL,
    { accept, signal }: { readonly accept: string; readonly signal: AbortSignal },
  ): Promise<Response> =>
    fetch(address, {
      headers: { accept, ...authorization },
      redirect: "manual",
      credentials: "omit",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });

  const textOf = async (address: string | URL, signal: AbortSignal): Promise<string | OpenProjectFailure> => {
    const response = await ask(address, { accept: "application/hal+json", signal });
    const bytes = await bytesOf(response, TEXT_LIMIT);
    const text = bytes && new TextDecoder().decode(bytes);
    const resource = text === undefined ? undefined : resourceIn(text);
    const message = typeof resource?.message === "string" ? resource.message : response.statusText;
    if (response.status === 401 || response.status === 403) return failed("unauthorized", message);
    if (response.status === 404) return failed("notFound", message);
    if (isRedirect(response)) return failed("redirect", response.headers.get("location") ?? "");
    if (!response.ok) return failed("refused", message || String(response.status));
    if (text === undefined) return failed("size", String(TEXT_LIMIT));
    return resource === undefined ? failed("format", response.headers.get("content-type") ?? "") : text;
  };

  return {
    workPackage: (id, signal) =>
      caught(signal, async () => {
        const workPackage = await textOf(new URL(`api/v3/work_packages/${id}`, base), signal);
        if (typeof workPackage !== "string") return workPackage;
        const href = schemaAddress(workPackage, base);
        if (href === undefined) return { kind: "found", workPackage };
        const schema = await textOf(href, signal);
        return typeof schema === "string" ? { kind: "found", workPackage, schema } : schema;
      }),
    attachment: (id, signal) =>
      caught(signal, async () => {
        const first = await ask(new URL(`api/v3/attachments/${id}/content`, base), { accept: "*/*", signal });
        // Many keep their files in a store elsewhere, whose addresses are secret by themselves.
        const location = isRedirect(first) ? first.headers.get("location") : null;
        const response =
          location === null
            ? first
            : await fetch(new URL(location, base), {
                redirect: "error",
                credentials: "omit",
                signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
              });
        if (response.status === 401 || response.status === 403) return failed("unauthorized", response.statusText);
        if (response.status === 404) return failed("notFound", response.statusText);
        if (!response.ok) return failed("refused", String(response.status));
        const bytes = await bytesOf(response, ATTACHMENT_LIMIT);
        if (bytes === undefined) return failed("size", String(ATTACHMENT_LIMIT));
        return { kind: "found", bytes, mediaType: response.headers.get("content-type") ?? "" };
      }),
  };
}

async function caught<Result>(
  signal: AbortSignal,
  work: () => Promise<Result | OpenProjectFailure>,
): Promise<Result | OpenProjectFailure> {
  try {
    return await work();
  } catch (error) {
    const { name, message, cause } = error as Error;
    if (signal.aborted) return failed("cancelled", "");
    if (name === "TimeoutError") return failed("timeout", "");
    return failed("unreachable", cause instanceof Error ? cause.message : message);
  }
}

function isRedirect({ status, type }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400);
}

/** Where the schema of a work package is, if that is at the same place. */
function schemaAddress(workPackage: string, base: string): URL | undefined {
  const links = resourceIn(workPackage)?._links as { readonly schema?: { readonly href?: unknown } } | undefined;
  const href = links?.schema?.href;
  if (typeof href !== "string" || !URL.canParse(href, base)) return undefined;
  const address = new URL(href, base);
  return address.origin === new URL(base).origin ? address : undefined;
}

function resourceIn(text: string): { readonly [key: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as { readonly [key: string]: unknown })
      : undefined;
  } catch {
    return undefined;
  }
}

/** `undefined` where there are too many. */
async function bytesOf(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
    if (size <= limit) continue;
    await reader.cancel();
    return undefined;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function inBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function failed(reason: OpenProjectFailure["reason"], detail: string): OpenProjectFailure {
  return { kind: "failed", reason, detail };
}

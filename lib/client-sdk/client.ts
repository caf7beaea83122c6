// The typed client: one method for each HTTP method, whose paths, inputs and answers are those of the API document.
import createClient from 'openapi-fetch';
import { accessTokens, type TokenSettings } from './access-token';
import { PartnerApiError } from './errors';
import type { paths } from './generated/partner-v1';
import type {
  Arguments,
  CallOptions,
  InputOf,
  ItemOf,
  ListPaths,
  OperationOf,
  PathsOf,
  ResultOf,
} from './operations';
import { realSurroundings, type RetryPolicy, type Surroundings } from './retry';
import { authorisedFetch } from './transport';

export interface PartnerClientSettings extends TokenSettings {
  readonly retry?: RetryPolicy;
  /** `fetch`, clock, chance and pauses of your own, for tests and proxies. */
  readonly surroundings?: Partial<Surroundings>;
}

/**
 * A client of the partner API. All methods throw `PartnerApiError` when the API refuses and `PartnerOAuthError` when
 * it gives no token; what can be helped by waiting has then been waited for.
 */
export interface PartnerClient {
  get<Path extends PathsOf<'get'>>(path: Path, ...input: Arguments<InputOf<OperationOf<'get', Path>>>): Promise<ResultOf<OperationOf<'get', Path>>>;
  post<Path extends PathsOf<'post'>>(path: Path, ...input: Arguments<InputOf<OperationOf<'post', Path>>>): Promise<ResultOf<OperationOf<'post', Path>>>;
  patch<Path extends PathsOf<'patch'>>(path: Path, ...input: Arguments<InputOf<OperationOf<'patch', Path>>>): Promise<ResultOf<OperationOf<'patch', Path>>>;
  delete<Path extends PathsOf<'delete'>>(path: Path, ...input: Arguments<InputOf<OperationOf<'delete', Path>>>): Promise<ResultOf<OperationOf<'delete', Path>>>;
  /** Every object of a list, newest first, page after page as you go on reading. */
  list<Path extends ListPaths>(path: Path, ...input: Arguments<InputOf<OperationOf<'get', Path>>>): AsyncGenerator<ItemOf<OperationOf<'get', Path>>, void, undefined>;
} // prettier-ignore

interface AnyInput extends CallOptions {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

interface AnyPage {
  readonly data: readonly unknown[];
  readonly next_cursor: string | null;
}

/** openapi-fetch's door for any path; what goes through it was typed by `PartnerClient`. */
type AnyRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Makes a client. It holds one token and may be shared by the whole process. */
export function createPartnerClient(settings: PartnerClientSettings): PartnerClient {
  const origin = settings.origin.replace(/\/+$/, '');
  const retry = settings.retry ?? {};
  const surroundings = { ...realSurroundings, ...settings.surroundings };
  const tokens = accessTokens({ ...settings, origin }, retry, surroundings);
  const http = createClient<paths>({
    baseUrl: origin,
    fetch: authorisedFetch(tokens, retry, surroundings),
  });
  const request = http.request as unknown as AnyRequest;

  async function call(method: string, path: string, input: AnyInput = {}): Promise<unknown> {
    const { data, error, response } = await request(method, `/partner/v1${path}`, {
      params: { path: input.path ?? {}, query: input.query ?? {} },
      headers: {
        ...(method !== 'get' && { 'idempotency-key': input.idempotencyKey ?? crypto.randomUUID() }),
      },
      ...(input.body !== undefined && { body: input.body }),
      ...(input.signal && { signal: input.signal }),
    });
    if (!response.ok) throw new PartnerApiError(response, error);
    return data;
  }

  async function* list(path: string, input: AnyInput = {}): AsyncGenerator<unknown, void, undefined> {
    let cursor: string | null = null;
    do {
      const query: AnyInput['query'] = { ...input.query, ...(cursor !== null && { cursor }) };
      const page = (await call('get', path, { ...input, query })) as AnyPage;
      yield* page.data;
      cursor = page.next_cursor;
    } while (cursor !== null);
  }

  const verb = (method: string) => (path: string, input?: AnyInput) => call(method, path, input);
  return {
    get: verb('get'),
    post: verb('post'),
    patch: verb('patch'),
    delete: verb('delete'),
    list,
  } as unknown as PartnerClient;
}

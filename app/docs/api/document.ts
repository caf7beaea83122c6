// Reads the checked-in OpenAPI document and shapes it for the reference page: operations by tag, references resolved.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly example?: unknown;
}

type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>;

interface Response {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Content;
  readonly 'x-error-codes'?: readonly string[];
}

interface RawOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<Record<string, Response>>;
  readonly 'x-sub-limit'?: string;
}

interface RawDocument {
  readonly info: { readonly title: string; readonly version: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly description: string | undefined;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string | undefined;
  /** Scope the token must have; none for routes that any token, or no token, may call. */
  readonly scope: string | undefined;
  /** What proves who is calling: a Bearer token, the client's own credential, or nothing. */
  readonly access: 'token' | 'client' | 'none';
  readonly subLimit: string | undefined;
  readonly parameters: readonly (Field & { readonly place: Parameter['in'] })[];
  readonly body: { readonly contentType: string; readonly schema: Schema } | undefined;
  readonly success:
    | { readonly status: number; readonly description: string; readonly schema: Schema | undefined }
    | undefined;
  readonly refusals: readonly {
    readonly status: number;
    readonly codes: readonly string[];
    readonly description: string;
  }[];
}

export interface OperationGroup {
  /** Last part of the group's address. */
  readonly slug: string;
  readonly tag: string;
  readonly description: string | undefined;
  readonly operations: readonly Operation[];
}

export interface Reference {
  readonly version: string;
  readonly groups: readonly OperationGroup[];
  /** Follows `$ref` and flattens what only wraps one schema. */
  readonly resolve: (schema: Schema) => Schema;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** `{ $ref: '#/components/schemas/X' }` → the thing itself; anything else unchanged. */
function follow<T extends { readonly $ref?: string }>(document: RawDocument, value: T): T {
  if (value.$ref === undefined) return value;
  const [, , section = '', name = ''] = value.$ref.split('/');
  const target = document.components?.[section]?.[name] as T | undefined;
  return target === undefined ? value : follow(document, { ...target, ...omitReference(value) });
}

function omitReference<T extends { readonly $ref?: string }>({ $ref: _reference, ...rest }: T) {
  return rest;
}

function resolver(document: RawDocument) {
  return function resolve(schema: Schema): Schema {
    const followed = follow(document, schema);
    if (followed.allOf === undefined) return followed;
    const { allOf, ...own } = followed;
    return allOf.map(resolve).reduce<Schema>(
      (whole, part) => ({
        ...whole,
        ...part,
        properties: { ...whole.properties, ...part.properties },
        required: [...(whole.required ?? []), ...(part.required ?? [])],
      }),
      own,
    );
  };
}

/** The media type to show: JSON or form, whichever the operation takes first. */
function firstContent(content: Content | undefined) {
  const [entry] = Object.entries(content ?? {});
  return entry?.[1].schema && { contentType: entry[0], schema: entry[1].schema };
}

function shape(document: RawDocument, method: string, path: string, raw: RawOperation): Operation {
  const responses = Object.entries(raw.responses ?? {}).map(([status, response]) => ({
    status: Number(status),
    ...follow(document, response),
  }));
  const success = responses.find(({ status }) => status < 300);
  const bearer = raw.security?.find((entry) => 'clientCredentials' in entry);
  return {
    id: raw.operationId ?? `${method}-${path}`,
    method: method.toUpperCase(),
    path,
    summary: raw.summary ?? path,
    description: raw.description,
    scope: bearer?.['clientCredentials']?.[0],
    access: bearer ? 'token' : raw.security?.length ? 'client' : 'none',
    subLimit: raw['x-sub-limit'],
    parameters: (raw.parameters ?? []).map((parameter) => {
      const { name, in: place, required = false, description, schema = {} } = follow(document, parameter);
      return { name, place, required, schema, description: description ?? schema.description };
    }),
    body: firstContent(raw.requestBody?.content),
    success: success && {
      status: success.status,
      description: success.description ?? '',
      schema: firstContent(success.content)?.schema,
    },
    refusals: responses
      .filter(({ status }) => status >= 400)
      .map(({ status, description = '', 'x-error-codes': codes = [] }) => ({ status, codes, description })),
  };
}

/** The reference, or `undefined` when this build carries no document. */
export async function loadReference(): Promise<Reference | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(process.cwd(), 'docs/openapi/partner-v1.json'), 'utf8');
  } catch {
    return undefined;
  }
  const document = JSON.parse(text) as RawDocument;
  const operations = Object.entries(document.paths).flatMap(([route, item]) =>
    methods.flatMap((method) => {
      const raw = item[method];
      return raw ? [{ tag: raw.tags?.[0] ?? 'Other', operation: shape(document, method, route, raw) }] : [];
    }),
  );
  const tags = [
    ...new Set([...(document.tags ?? []).map(({ name }) => name), ...operations.map(({ tag }) => tag)]),
  ];
  return {
    version: document.info.version,
    resolve: resolver(document),
    groups: tags
      .map((tag) => ({
        slug: tag.toLowerCase().replaceAll(/\W+/g, '-'),
        tag,
        description: document.tags?.find(({ name }) => name === tag)?.description,
        operations: operations.filter((entry) => entry.tag === tag).map((entry) => entry.operation),
      }))
      .filter((group) => group.operations.length > 0),
  };
}

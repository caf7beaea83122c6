// Lists (contract §7): newest first by id, keyset, opaque signed cursors bound to project and filters.
import { z } from 'zod';
import { coded } from './field-errors';
import { ApiError } from './errors';
import { wholeNumber } from './query-parameters';
import { sign, signatureMatches } from '@/lib/crypto';

const defaultLimit = 20;
const maximumLimit = 100;
const signatureBytes = 16;

const cursorMessage = coded('cursor_invalid', 'was not issued for this list');
const instantMessage = coded('parameter_invalid', 'must be an ISO 8601 instant in UTC');
// PostgreSQL has no year 0.
const instant = z.iso
  .datetime({ offset: false, error: instantMessage })
  .refine((text) => !text.startsWith('0000'), instantMessage);

/** Query parameters that every list takes; a resource adds its own `status`. */
export const listParameters = {
  limit: wholeNumber({ min: 1, max: maximumLimit })
    .default(defaultLimit)
    .meta({ description: 'How many objects a page holds, 1–100.', example: 20 }),
  cursor: z
    .string()
    .min(1, cursorMessage)
    .max(512, cursorMessage)
    .optional()
    .meta({ description: '`next_cursor` of the page before.' }),
  reference: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[^\0]*$/)
    .optional()
    .meta({ description: 'Only objects with exactly this reference.' }),
  created_after: instant.optional().meta({ description: 'Only objects created at or after this instant.' }),
  created_before: instant.optional().meta({ description: 'Only objects created before this instant.' }),
};

export interface ListQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly [filter: string]: unknown;
}

/** What a repository needs to read one page. */
export interface PageRequest {
  /** Read one row more than the page holds, to learn whether there is a next one. */
  readonly rows: number;
  /** Only rows whose id sorts before this one. */
  readonly beforeId: string | undefined;
}

function bindingOf(projectId: string, list: string, query: ListQuery): string {
  const filters = Object.entries(query)
    .filter(([name, value]) => name !== 'cursor' && name !== 'limit' && value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([projectId, list, filters]);
}

function cursorSignature(id: string, binding: string): Buffer {
  return sign('cursor', `${id}\n${binding}`).subarray(0, signatureBytes);
}

/**
 * What to read for this page.
 *
 * @param list Name of the list, so that one list's cursor is not another's.
 * @throws ApiError `cursor_invalid` when the cursor was not issued for this project, list and filters.
 */
export function pageRequest(projectId: string, list: string, query: ListQuery): PageRequest {
  if (query.cursor === undefined) return { rows: query.limit + 1, beforeId: undefined };
  const [encodedId, encodedSignature, ...rest] = query.cursor.split('.');
  const id = Buffer.from(encodedId ?? '', 'base64url').toString('utf8');
  const signature = Buffer.from(encodedSignature ?? '', 'base64url');
  const canonical = `${Buffer.from(id).toString('base64url')}.${signature.toString('base64url')}`;
  const binding = bindingOf(projectId, list, query);
  if (
    rest.length > 0 ||
    canonical !== query.cursor ||
    !signatureMatches(signature, cursorSignature(id, binding))
  ) {
    throw new ApiError('cursor_invalid', { param: 'cursor' });
  }
  return { rows: query.limit + 1, beforeId: id };
}

export interface Page<T> {
  readonly object: 'list';
  readonly data: T[];
  readonly next_cursor: string | null;
}

/** The page as the API shows it, from up to `limit + 1` rows. */
export function toPage<T extends { id: string }>(
  projectId: string,
  list: string,
  query: ListQuery,
  rows: T[],
): Page<T> {
  const data = rows.slice(0, query.limit);
  const last = data[data.length - 1];
  const more = rows.length > query.limit && last !== undefined;
  if (!more) return { object: 'list', data, next_cursor: null };
  const signature = cursorSignature(last.id, bindingOf(projectId, list, query));
  return {
    object: 'list',
    data,
    next_cursor: `${Buffer.from(last.id).toString('base64url')}.${signature.toString('base64url')}`,
  };
}

/** Schema of a page of `item`, for a list's declaration. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ object: z.literal('list'), data: z.array(item), next_cursor: z.string().nullable() });
}

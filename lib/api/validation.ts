// From zod's issues to the contract's errors (§5): 400 for wrong structure, 422 for a broken rule, the
// first failing field in `param`, all of them in `details`.
import { z } from 'zod';
import { ApiError, errorCatalogue, type FieldError } from '@/lib/core/errors';
import { fieldRefusal, uncoded } from '@/lib/core/field-errors';
import { issuePhrase, typePhrase } from './issue-phrase';

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** The value in `input` at `path`; undefined when it is absent. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

function fieldErrors(issue: z.core.$ZodIssue, input: unknown): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      param: dotted([...issue.path, key]),
      code: 'unknown_field' as const,
      message: errorCatalogue.unknown_field.summary,
    }));
  }
  const param = dotted(issue.path);
  const value = valueAt(input, issue.path);
  // Of a value outside an enumeration zod says the same, whether it is absent, of another type, or unknown.
  const isType = issue.code === 'invalid_type';
  const ofOtherType = issue.code === 'invalid_value' && typeof value !== typeof issue.values[0];
  if ((isType || ofOtherType) && value === undefined) {
    return [{ param, code: 'parameter_missing', message: `The field ${param} is required.` }];
  }
  const named = param === '' ? 'The body' : `The field ${param}`;
  if (isType || ofOtherType) {
    const expected = isType ? issue.expected : typeof issue.values[0];
    return [{ param, code: 'invalid_value_type', message: `${named} ${typePhrase(expected)}.` }];
  }
  const own = uncoded(issue.message);
  return [{ param, ...(own ?? { code: 'invalid_value', message: `${named} ${issuePhrase(issue)}.` }) }];
}

/** No refusal may be larger than what it refuses. */
const maximumDetails = 100;

/** 400 before 422, otherwise in schema order, which rules across fields do not follow by themselves. */
function inContractOrder(errors: FieldError[], schema: z.ZodType): FieldError[] {
  const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const placeOf = ({ param }: FieldError) => fields.indexOf(param.split('.', 1)[0] ?? '');
  return errors.toSorted(
    (a, b) =>
      errorCatalogue[a.code].status - errorCatalogue[b.code].status ||
      (errorCatalogue[a.code].status === 422 ? placeOf(a) - placeOf(b) : 0),
  );
}

/** The first thing that is wrong with each field. */
function oneForEach(errors: FieldError[]): FieldError[] {
  return [...Map.groupBy(errors, ({ param }) => param).values()].flatMap(([first]) => first ?? []);
}

/**
 * The body as `schema` understands it.
 *
 * @throws ApiError of the first failing field.
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) => fieldErrors(issue, input));
  throw fieldRefusal(inContractOrder(oneForEach(errors), schema).slice(0, maximumDetails));
}

function queryErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((param) => ({
      param,
      code: 'parameter_invalid' as const,
      message: `This route has no parameter ${param}.`,
    }));
  }
  const param = dotted(issue.path);
  const own = uncoded(issue.message);
  return [
    {
      param,
      code: own?.code === 'cursor_invalid' ? 'cursor_invalid' : 'parameter_invalid',
      message: `The parameter ${param} ${own?.message ?? issuePhrase(issue)}.`,
    },
  ];
}

/**
 * The query string as `schema` understands it; every failure is 400 `parameter_invalid`.
 *
 * @throws ApiError also for a parameter that stands twice.
 */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  search: URLSearchParams,
): z.output<Schema> {
  const input: Record<string, string> = {};
  for (const [name, value] of search) {
    if (Object.hasOwn(input, name)) {
      throw new ApiError('parameter_invalid', {
        param: name,
        message: `The parameter ${name} stands twice.`,
      });
    }
    Object.defineProperty(input, name, { value, enumerable: true, configurable: true, writable: true });
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap(queryErrors).slice(0, maximumDetails);
  throw fieldRefusal(errors);
}

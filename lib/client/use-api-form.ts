// A form whose fields carry the names of the route's input: checked in the browser by zod, answered by the server, and
// what the server says of a field stands beside that field. Nothing typed is lost.
import { useEffect, useRef, useState, type SubmitEvent, type RefObject } from 'react';
import {
  useForm,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form';
import type { $ZodType, output } from 'zod/v4/core';
import { ClientError } from './client-error';

/** What a form's schema is written with: the parts of `zod/mini` in form-checks.ts. */
export type Checks = typeof import('./form-checks');
/** The values that a schema lets through. */
export type Checked<Schema extends (z: Checks) => $ZodType> = output<ReturnType<Schema>>;

const loadChecks = (): Promise<Checks> => import('./form-checks');

/** One line of the summary; `field` is the id of the control it leads to. */
export interface FormProblem {
  readonly field?: string | undefined;
  readonly message: string;
}

export interface ApiForm<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly problems: readonly FormProblem[];
  /** What to quote to support, when the server refused. */
  readonly requestId: string | undefined;
  readonly pending: boolean;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  /** Fetches what checks the fields, ahead of the submit. */
  readonly onFocus: () => void;
  readonly summaryRef: RefObject<HTMLDivElement | null>;
  /** Prefix of the ids of this form's controls. */
  readonly id: string;
}

interface ApiFormOptions<Values extends FieldValues, Answer> {
  /** Makes the ids of the controls, so it is unique on its page: `sign-in`. */
  readonly id: string;
  readonly schema: (z: Checks) => $ZodType<Values, Values>;
  readonly defaultValues: DefaultValues<Values>;
  readonly submit: (values: Values) => Promise<Answer>;
  readonly onDone: (answer: Answer, values: Values) => void | Promise<void>;
}

export function controlId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll('.', '-')}`;
}

function messagesOf(errors: FieldErrors, id: string, prefix = ''): FormProblem[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    const path = `${prefix}${name}`;
    if (typeof error?.message === 'string') return [{ field: controlId(id, path), message: error.message }];
    return typeof error === 'object' ? messagesOf(error as FieldErrors, id, `${path}.`) : [];
  });
}

/** Checks by the schema. Where its parts cannot be fetched, the server's own checks have to do. */
function resolverOf<Values extends FieldValues>(
  schema: (z: Checks) => $ZodType<Values, Values>,
): Resolver<Values> {
  return async (values, context, options) => {
    const checks = await loadChecks().catch(() => undefined);
    if (checks === undefined) return { values, errors: {} };
    return checks.standardSchemaResolver(schema(checks))(values, context, options);
  };
}

/** Binds a form to the route it is sent to. Use with `Form` and the fields of components/ui/form. */
export function useApiForm<Values extends FieldValues, Answer>(
  options: ApiFormOptions<Values, Answer>,
): ApiForm<Values> {
  const { id, schema, defaultValues, submit, onDone } = options;
  const form = useForm<Values>({
    resolver: resolverOf(schema),
    defaultValues,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
  const [refusal, setRefusal] = useState<ClientError>();
  const [attempts, setAttempts] = useState(0);
  const summaryRef = useRef<HTMLDivElement | null>(null);

  // After each failed attempt the reader stands on top of what went wrong.
  useEffect(() => {
    if (attempts > 0) summaryRef.current?.focus();
  }, [attempts]);

  async function send(values: Values) {
    setRefusal(undefined);
    try {
      await onDone(await submit(values), values);
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      for (const { param, message } of error.details) {
        if (param in values) form.setError(param as Path<Values>, { type: 'server', message });
      }
      setRefusal(error);
      setAttempts((count) => count + 1);
    }
  }

  const { errors, isSubmitting } = form.formState;
  const atFields = messagesOf(errors, id);
  const elsewhere =
    refusal === undefined || refusal.details.some(({ param }) => param in form.getValues())
      ? []
      : [{ message: refusal.message }];
  return {
    id,
    form,
    problems: [...elsewhere, ...atFields],
    requestId: refusal?.requestId,
    pending: isSubmitting,
    onFocus: () => void loadChecks().catch(() => undefined),
    onSubmit: (event) => {
      event.preventDefault();
      void form.handleSubmit(send, () => setAttempts((count) => count + 1))(event);
    },
    summaryRef,
  };
}

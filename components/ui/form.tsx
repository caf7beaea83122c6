'use client';
// A form bound to a route of ours: summary on top, errors beside the fields, nothing typed is lost.
import { CircleAlert } from 'lucide-react';
import { createContext, useContext, type ComponentProps, type ReactNode } from 'react';
import { get, type FieldError, type FieldValues } from 'react-hook-form';
import { controlId, type ApiForm } from '@/lib/client/use-api-form';
import { Button } from './button';
import { Checkbox, RadioGroup, SelectField, TextArea } from './choice';
import { TextField } from './field';

const FormContext = createContext<ApiForm<FieldValues> | undefined>(undefined);

function useField(name: string) {
  const bound = useContext(FormContext);
  if (bound === undefined) throw new Error('A form field stands inside a Form.');
  const error: FieldError | undefined = get(bound.form.formState.errors, name);
  return {
    id: controlId(bound.id, name),
    error: error?.message,
    ...bound.form.register(name),
  };
}

interface FormProps<Values extends FieldValues> {
  readonly bound: ApiForm<Values>;
  readonly className?: string;
  readonly children: ReactNode;
}

/** `bound` comes from `useApiForm`. Without scripts it posts nowhere: nothing typed may ever reach a URL. */
export function Form<Values extends FieldValues>({ bound, className, children }: FormProps<Values>) {
  return (
    <FormContext value={bound as unknown as ApiForm<FieldValues>}>
      <form
        noValidate
        method="post"
        onSubmit={bound.onSubmit}
        onFocus={bound.onFocus}
        className={className ?? 'space-y-5'}
      >
        <ErrorSummary {...bound} />
        {children}
      </form>
    </FormContext>
  );
}

type SummaryProps = Pick<ApiForm<FieldValues>, 'problems' | 'requestId' | 'summaryRef'>;

function ErrorSummary({ problems, requestId, summaryRef }: SummaryProps) {
  return (
    <div
      ref={summaryRef}
      tabIndex={-1}
      role="alert"
      className={problems.length === 0 ? 'sr-only' : 'outline-none'}
    >
      {problems.length > 0 && (
        <div className="flex gap-3 rounded-surface border border-danger/30 bg-danger-soft p-4">
          <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
          <div className="min-w-0 text-ink">
            {problems.length > 1 && (
              <p className="font-semibold">{problems.length} things need your attention</p>
            )}
            <ul>
              {problems.map(({ field, message }) => (
                <li key={`${field ?? ''}${message}`}>
                  {field === undefined ? (
                    message
                  ) : (
                    <a
                      href={`#${field}`}
                      className="underline decoration-ink/40 underline-offset-3 hover:decoration-current"
                    >
                      {message}
                    </a>
                  )}
                </li>
              ))}
            </ul>
            {requestId !== undefined && (
              <p className="mt-1 text-13 text-ink-muted">
                If it goes on, quote <code className="text-12">{requestId}</code>.
              </p>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

type Named<Props> = Omit<Props, 'error' | 'name'> & { readonly name: string };

export function FormText({ name, ...rest }: Named<ComponentProps<typeof TextField>>) {
  return <TextField {...rest} {...useField(name)} />;
}

export function FormTextArea({ name, ...rest }: Named<ComponentProps<typeof TextArea>>) {
  return <TextArea {...rest} {...useField(name)} />;
}

export function FormSelect({ name, ...rest }: Named<ComponentProps<typeof SelectField>>) {
  return <SelectField {...rest} {...useField(name)} />;
}

export function FormRadio({ name, ...rest }: Named<ComponentProps<typeof RadioGroup>>) {
  const { id, ...field } = useField(name);
  return (
    <div id={id} tabIndex={-1}>
      <RadioGroup {...rest} {...field} />
    </div>
  );
}

export function FormCheckbox({ name, ...rest }: Named<ComponentProps<typeof Checkbox>>) {
  const { error: _error, ...field } = useField(name);
  return <Checkbox {...rest} {...field} />;
}

interface SubmitProps {
  readonly pendingLabel: string;
  readonly wide?: boolean;
  readonly children: string;
}

/** Sends the form it stands in. */
export function FormSubmit({ pendingLabel, wide, children }: SubmitProps) {
  const bound = useContext(FormContext);
  return (
    <Button
      type="submit"
      variant="primary"
      pendingLabel={bound?.pending ? pendingLabel : undefined}
      {...(wide === true && { className: 'w-full' })}
    >
      {children}
    </Button>
  );
}

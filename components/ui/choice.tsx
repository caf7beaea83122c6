'use client';
// Native controls, drawn by us: they work before the scripts do, and on every phone the way its owner knows.
import { CircleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { classNames } from './class-names';

/** The error beside a control; read out with it through `aria-describedby`. */
export function FieldProblemText({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-13 text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      {children}
    </p>
  );
}

interface ChoiceProps extends Omit<ComponentProps<'input'>, 'type' | 'className' | 'children'> {
  readonly label: ReactNode;
  readonly hint?: string;
}

function Choice({ label, hint, control }: Pick<ChoiceProps, 'label' | 'hint'> & { control: ReactNode }) {
  return (
    <label className="flex cursor-pointer items-start gap-2.5 py-1 has-disabled:cursor-default has-disabled:opacity-60">
      {control}
      <span className="min-w-0">
        <span className="block text-ink">{label}</span>
        {hint !== undefined && <span className="block text-13 text-ink-muted">{hint}</span>}
      </span>
    </label>
  );
}

/** Yes or no, as part of a form. */
export function Checkbox({ label, hint, ...control }: ChoiceProps) {
  return (
    <Choice
      label={label}
      {...(hint === undefined ? {} : { hint })}
      control={<input {...control} type="checkbox" className="mt-0.75 size-4 shrink-0 accent-accent" />}
    />
  );
}

/** On or off, at once. */
export function Switch({ label, hint, ...control }: ChoiceProps) {
  return (
    <Choice
      label={label}
      {...(hint === undefined ? {} : { hint })}
      control={
        <input
          {...control}
          type="checkbox"
          role="switch"
          className="relative mt-px h-5 w-9 shrink-0 cursor-[inherit] appearance-none rounded-full border border-line-control bg-sunken transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-line-control before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-accent-ink"
        />
      }
    />
  );
}

interface RadioGroupProps extends Omit<
  ComponentProps<'input'>,
  'type' | 'className' | 'value' | 'defaultValue'
> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly defaultValue?: string;
  readonly error?: string | undefined;
}

/** One of a few, all of them visible. */
export function RadioGroup({ legend, options, defaultValue, error, ...control }: RadioGroupProps) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium text-ink">{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <Choice
          key={value}
          label={label}
          {...(hint === undefined ? {} : { hint })}
          control={
            <input
              {...control}
              type="radio"
              value={value}
              {...(defaultValue === undefined ? {} : { defaultChecked: value === defaultValue })}
              className="mt-0.75 size-4 shrink-0 accent-accent"
            />
          }
        />
      ))}
      {error !== undefined && <FieldProblemText>{error}</FieldProblemText>}
    </fieldset>
  );
}

const box =
  'rounded-control border border-line-control bg-surface text-ink disabled:bg-sunken disabled:opacity-60 aria-invalid:border-danger';

interface LabelledProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Draws no label, where the place says it; it is still read out. */
  readonly bare?: boolean;
}

function useDescription(given: string | undefined, { hint, error }: LabelledProps) {
  const made = useId();
  const id = given ?? made;
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(
    Boolean,
  );
  return {
    id,
    described: {
      ...(describedBy.length > 0 && { 'aria-describedby': describedBy.join(' ') }),
      ...(error !== undefined && { 'aria-invalid': true }),
    },
  };
}

function Labelled({
  id,
  label,
  hint,
  error,
  bare,
  children,
}: LabelledProps & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={bare ? 'sr-only' : 'font-medium text-ink'}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-13 text-ink-muted">
          {hint}
        </p>
      )}
      {children}
      {error !== undefined && <FieldProblemText id={`${id}-error`}>{error}</FieldProblemText>}
    </div>
  );
}

interface SelectFieldProps extends LabelledProps, Omit<ComponentProps<'select'>, 'className' | 'children'> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of many. */
export function SelectField({
  label,
  hint,
  error,
  bare,
  options,
  id: givenId,
  ...control
}: SelectFieldProps) {
  const labelled = {
    label,
    error,
    ...(hint === undefined ? {} : { hint }),
    ...(bare === undefined ? {} : { bare }),
  };
  const { id, described } = useDescription(givenId, labelled);
  return (
    <Labelled id={id} {...labelled}>
      <select
        {...control}
        {...described}
        id={id}
        className={classNames(box, 'select-arrow h-9 appearance-none pr-8 pl-3')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface TextAreaProps extends LabelledProps, Omit<ComponentProps<'textarea'>, 'className'> {
  readonly mono?: boolean;
}

/** Several lines: a note, a pasted key. */
export function TextArea({ label, hint, error, bare, mono, id: givenId, ...control }: TextAreaProps) {
  const labelled = {
    label,
    error,
    ...(hint === undefined ? {} : { hint }),
    ...(bare === undefined ? {} : { bare }),
  };
  const { id, described } = useDescription(givenId, labelled);
  return (
    <Labelled id={id} {...labelled}>
      <textarea
        rows={4}
        {...control}
        {...described}
        id={id}
        className={classNames(box, 'min-h-20 px-3 py-2', mono && 'font-mono text-13')}
      />
    </Labelled>
  );
}

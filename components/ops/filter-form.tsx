import NextForm from 'next/form';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';

interface FilterFormProps {
  readonly path: string;
  readonly label: string;
  /** Whether anything is filtered now: then there is a way back. */
  readonly active: boolean;
  readonly children: ReactNode;
}

/** Filters as a form that leads to the same page: they live in the address, and work before the scripts do. */
export function FilterForm({ path, label, active, children }: FilterFormProps) {
  return (
    <search aria-label={label} className="mb-3 block">
      {/* A filter that was cleared must not stay in its field. */}
      <NextForm key={String(active)} action={path} className="flex flex-wrap items-end gap-2">
        {children}
        <Button type="submit">Filter</Button>
        {active && (
          <TextLink href={path} className="flex h-9 items-center px-1">
            Clear filters
          </TextLink>
        )}
      </NextForm>
    </search>
  );
}

interface FilterTextProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly placeholder?: string;
  readonly mono?: boolean;
}

/** One line to filter by. */
export function FilterText({ name, label, value, placeholder, mono }: FilterTextProps) {
  return (
    <label className="flex min-w-0 grow basis-36 flex-col gap-1">
      <span className="text-13 text-ink-muted">{label}</span>
      <input
        type="search"
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        className={`h-9 w-full min-w-0 rounded-control border border-line-control bg-surface px-3 text-ink placeholder:text-ink-muted ${mono ? 'font-mono text-13' : ''}`}
      />
    </label>
  );
}

interface FilterChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few; the first option stands for all. */
export function FilterChoice({ name, label, value, options }: FilterChoiceProps) {
  return (
    <label className="flex grow basis-36 flex-col gap-1 sm:grow-0">
      <span className="text-13 text-ink-muted">{label}</span>
      <select
        name={name}
        defaultValue={value ?? ''}
        className="select-arrow h-9 appearance-none rounded-control border border-line-control bg-surface pr-8 pl-3 text-ink"
      >
        <option value="">All</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

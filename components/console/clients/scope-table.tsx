'use client';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { FieldProblemText } from '@/components/ui/choice';
import type { Scope } from '@/lib/core/scopes';
import { scopePresets, scopeRows } from './scope-rows';

interface ScopeTableProps {
  /** Id of the control that an error summary leads to. */
  readonly id: string;
  /** Of a field that holds an array of scopes. */
  readonly field: UseFormRegisterReturn;
  readonly error: string | undefined;
  readonly onPreset: (scopes: Scope[]) => void;
}

/** Read and write for each resource, in sentences, with sets to start from. */
export function ScopeTable({ id, field, error, onPreset }: ScopeTableProps) {
  const cell = (
    resource: string,
    act: 'Read' | 'Write',
    { scope, sentence }: (typeof scopeRows)[0]['read'],
  ) => (
    <label className="flex cursor-pointer items-start gap-2.5 py-1">
      <input type="checkbox" value={scope} {...field} className="mt-0.75 size-4 shrink-0 accent-accent" />
      <span className="min-w-0">
        <span className="font-medium text-ink sm:sr-only">
          {act}
          <span className="sr-only"> {resource.toLowerCase()}</span>
        </span>
        <span className="block text-13 text-ink-soft">{sentence}</span>
        <code className="text-12 text-ink-muted">{scope}</code>
      </span>
    </label>
  );
  return (
    <fieldset id={id} tabIndex={-1} className="min-w-0">
      <legend className="font-medium text-ink">Scopes</legend>
      <p className="text-13 text-ink-muted">
        The most that a token of this client can do. Give what the program needs.
      </p>
      <div role="group" aria-label="Presets" className="mt-2 flex flex-wrap gap-1.5">
        {scopePresets.map(({ label, scopes }) => (
          <button
            key={label}
            type="button"
            onClick={() => onPreset([...scopes])}
            className="inline-flex h-7 items-center rounded-full border border-line-control bg-surface px-3 text-13 text-ink hover:bg-sunken"
          >
            {label}
          </button>
        ))}
      </div>
      <div className="mt-3 overflow-hidden rounded-surface border border-line bg-surface">
        <div
          aria-hidden
          className="hidden grid-cols-[8rem_1fr_1fr] gap-x-4 border-b border-line bg-sunken px-4 py-2 text-13 font-medium text-ink-muted sm:grid"
        >
          <span>Resource</span>
          <span>Read</span>
          <span>Write</span>
        </div>
        {scopeRows.map(({ resource, read, write }) => (
          <div
            key={resource}
            role="group"
            aria-label={resource}
            className="grid gap-x-4 border-line px-4 py-2.5 not-last:border-b sm:grid-cols-[8rem_1fr_1fr]"
          >
            <p className="py-1 font-medium text-ink">{resource}</p>
            {cell(resource, 'Read', read)}
            {cell(resource, 'Write', write)}
          </div>
        ))}
      </div>
      {error !== undefined && (
        <div className="mt-1.5">
          <FieldProblemText>{error}</FieldProblemText>
        </div>
      )}
    </fieldset>
  );
}

'use client';
import { Eye } from 'lucide-react';
import { Checkbox, FieldProblemText } from '@/components/ui/choice';
import { JsonViewer } from '@/components/ui/json-viewer';
import { Popover } from '@/components/ui/popover';
import { covers, familyOf, toggle, wildcardOf } from './choose-events';

/** A payload by event type, made from the schemas of the API. */
export type EventSamples = Readonly<Record<string, unknown>>;

interface EventPickerProps {
  readonly types: readonly string[];
  readonly samples: EventSamples;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  readonly id: string;
  readonly error?: string | undefined;
}

function Sample({ type, sample }: { type: string; sample: unknown }) {
  return (
    <Popover
      title={`What ${type} sends`}
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`Sample of ${type}`}
          className="flex size-7 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-sunken hover:text-ink"
        >
          <Eye aria-hidden className="size-4" />
        </button>
      }
    >
      <div className="w-[min(30rem,calc(100vw-4rem))]">
        <JsonViewer value={sample} title={`${type}, as it is sent`} />
      </div>
    </Popover>
  );
}

/** Everything, families, or single types; each with what it sends. */
export function EventPicker({ types, samples, chosen, onChange, id, error }: EventPickerProps) {
  const all = chosen.includes('*');
  const families = [...new Set(types.map(familyOf))];
  return (
    <fieldset id={id} tabIndex={-1} className="outline-none">
      <legend className="mb-1 font-medium text-ink">Events</legend>
      {error !== undefined && <FieldProblemText>{error}</FieldProblemText>}
      <Checkbox
        label="All events"
        hint="Also those that are added later."
        checked={all}
        onChange={(event) => onChange(toggle(chosen, '*', event.target.checked))}
      />
      <div className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {families.map((family) => {
          const wildcard = wildcardOf(family);
          const whole = all || chosen.includes(wildcard);
          return (
            <div key={family} role="group" aria-label={family}>
              <Checkbox
                label={<span className="font-mono text-13 font-medium">{wildcard}</span>}
                checked={whole}
                disabled={all}
                onChange={(event) => onChange(toggle(chosen, wildcard, event.target.checked))}
              />
              <ul className="ml-2 border-l border-line pl-4">
                {types
                  .filter((type) => familyOf(type) === family)
                  .map((type) => (
                    <li key={type} className="flex items-center justify-between gap-2">
                      <Checkbox
                        label={<span className="font-mono text-13">{type}</span>}
                        checked={covers(chosen, type)}
                        disabled={whole}
                        onChange={(event) => onChange(toggle(chosen, type, event.target.checked))}
                      />
                      <Sample type={type} sample={samples[type]} />
                    </li>
                  ))}
              </ul>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

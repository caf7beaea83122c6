'use client';
import { SlidersHorizontal } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/choice';
import { TextField } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import type { FilterName, RequestFilters } from './request-filters';

interface MoreFiltersProps {
  readonly filters: RequestFilters;
  readonly operations: readonly { readonly id: string; readonly label: string }[];
  readonly onChange: (name: FilterName, value: string | null) => void;
}

const methods = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** `2026-11-22T17:40` as a control writes it, in UTC. */
const toControl = (iso: string | undefined) => iso?.slice(0, 16) ?? '';
const fromControl = (text: string) => (text === '' ? null : `${text}:00.000Z`);

/** What is asked for less often; each takes effect when it is left. */
export function MoreFilters({ filters, operations, onChange }: MoreFiltersProps) {
  const text = (name: FilterName, label: string, placeholder: string) => (
    <TextField
      label={label}
      defaultValue={filters[name] ?? ''}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onBlur={(event) => onChange(name, event.currentTarget.value.trim() || null)}
    />
  );
  const moment = (name: 'created_after' | 'created_before', label: string) => (
    <TextField
      label={label}
      type="datetime-local"
      defaultValue={toControl(filters[name])}
      onBlur={(event) => {
        if (event.currentTarget.value !== toControl(filters[name])) {
          onChange(name, fromControl(event.currentTarget.value));
        }
      }}
    />
  );
  return (
    <Popover
      title="More filters"
      align="end"
      trigger={
        <Button>
          <SlidersHorizontal aria-hidden className="size-4" />
          More filters
        </Button>
      }
    >
      <div className="grid w-[min(30rem,calc(100vw-4rem))] gap-3 sm:grid-cols-2">
        <SelectField
          label="Method"
          value={filters.method ?? ''}
          onChange={(event) => onChange('method', event.target.value || null)}
          options={[
            { value: '', label: 'Any method' },
            ...methods.map((method) => ({ value: method, label: method })),
          ]}
        />
        {text('status', 'Exact status', '422')}
        {text('code', 'Error code', 'invalid_amount')}
        {text('client_id', 'Client', 'cid_…')}
        {text('idempotency_key', 'Idempotency key', 'order-7')}
        {text('object_id', 'Object', 'app_…')}
        {moment('created_after', 'From (UTC)')}
        {moment('created_before', 'Until (UTC)')}
        <div className="sm:col-span-2">
          <SelectField
            label="Route"
            value={filters.operation ?? ''}
            onChange={(event) => onChange('operation', event.target.value || null)}
            options={[
              { value: '', label: 'Any route' },
              ...operations.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        </div>
      </div>
    </Popover>
  );
}

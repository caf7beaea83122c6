'use client';
import { Tabs as Primitive } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

interface TabsProps {
  /** What the tabs choose between; read out. */
  readonly label: string;
  readonly items: readonly { readonly value: string; readonly label: string; readonly content: ReactNode }[];
}

/** Views of one thing. Panels stay in the page, so that search within the page finds what a tab hides. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <Primitive.Root defaultValue={items[0]?.value} className="min-w-0">
      <Primitive.List aria-label={label} className="flex gap-5 overflow-x-auto border-b border-line">
        {items.map((item) => (
          <Primitive.Tab
            key={item.value}
            value={item.value}
            className="-mb-px h-9 border-b-2 border-transparent font-medium whitespace-nowrap text-ink-muted -outline-offset-2 transition-colors hover:text-ink data-active:border-accent data-active:text-ink"
          >
            {item.label}
          </Primitive.Tab>
        ))}
      </Primitive.List>
      {items.map((item) => (
        <Primitive.Panel key={item.value} value={item.value} keepMounted className="pt-4">
          {item.content}
        </Primitive.Panel>
      ))}
    </Primitive.Root>
  );
}

'use client';
// The notices in the corner. Loaded with the first of them.
import { Toast as Primitive } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { classNames } from './class-names';
import { floatingSurface } from './floating';

const tones = {
  done: { icon: CircleCheck, ink: 'text-accent' },
  info: { icon: Info, ink: 'text-info' },
  problem: { icon: CircleAlert, ink: 'text-danger' },
} as const;

export interface Notice {
  readonly tone?: keyof typeof tones;
  readonly title: string;
  readonly text?: string;
  /** For what can be taken back: "Undo". */
  readonly undo?: { readonly label: string; readonly onUndo: () => void };
}

function List({ said }: { said: readonly Notice[] }) {
  const { toasts, add } = Primitive.useToastManager();
  const shown = useRef(0);
  useEffect(() => {
    for (const { tone = 'done', title, text, undo } of said.slice(shown.current)) {
      add({
        title,
        type: tone,
        priority: tone === 'problem' ? 'high' : 'low',
        timeout: undo === undefined && tone !== 'problem' ? 5_000 : 10_000,
        ...(text === undefined ? {} : { description: text }),
        ...(undo === undefined ? {} : { actionProps: { children: undo.label, onClick: undo.onUndo } }),
      });
    }
    shown.current = said.length;
  }, [said, add]);
  return toasts.map((toast) => {
    const { icon: Icon, ink } = tones[(toast.type as keyof typeof tones | undefined) ?? 'done'];
    return (
      <Primitive.Root key={toast.id} toast={toast} className={classNames(floatingSurface, 'w-full')}>
        <Primitive.Content className="flex items-start gap-3 p-3.5">
          <Icon aria-hidden className={classNames('mt-0.5 size-4.5 shrink-0', ink)} />
          <div className="min-w-0 flex-1">
            <Primitive.Title className="font-medium" />
            <Primitive.Description className="text-13 text-ink-muted" />
          </div>
          {toast.actionProps !== undefined && (
            <Primitive.Action className="h-7 shrink-0 rounded-control px-2 font-medium text-accent hover:bg-accent-soft" />
          )}
          <Primitive.Close
            aria-label="Dismiss"
            className="-mt-0.5 -mr-1 flex size-7 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Root>
    );
  });
}

/** `said` only ever grows; each is shown once. */
export default function Notices({ said }: { said: readonly Notice[] }) {
  return (
    <Primitive.Provider limit={3}>
      <Primitive.Portal>
        <Primitive.Viewport className="fixed right-4 bottom-4 z-60 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2">
          <List said={said} />
        </Primitive.Viewport>
      </Primitive.Portal>
    </Primitive.Provider>
  );
}

'use client';
// An act of staff with words of their own: asks, does it, and reads the page again.
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/choice';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useNotice } from '@/components/ui/toast';
import { request } from '@/lib/client/request';

interface ReasonDialogProps {
  /** Route that does it; takes a POST. */
  readonly path: string;
  /** What else the route wants. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Name, label and hint of the words. */
  readonly field: 'reason' | 'note' | 'resolution';
  readonly fieldLabel: string;
  readonly fieldHint: string;
  readonly leastLength?: number;
  /** The button that opens it, and whether it is the act the page is about. */
  readonly label: string;
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly title: string;
  readonly description: string;
  readonly confirmLabel: string;
  readonly pendingLabel: string;
  readonly danger?: 'simple' | 'costly';
  /** What the corner says afterwards. */
  readonly done: string;
}

export function ReasonDialog(props: ReasonDialogProps) {
  const { path, body, field, leastLength = 1, variant = 'secondary', danger = 'simple', done } = props;
  const [words, setWords] = useState('');
  const router = useRouter();
  const notice = useNotice();
  async function act() {
    if (words.trim().length < leastLength) {
      throw new Error(
        leastLength > 1
          ? `Write at least ${leastLength} characters: others have to understand it later.`
          : 'Write a sentence: others have to understand it later.',
      );
    }
    await request(path, { method: 'POST', body: { ...body, [field]: words.trim() } });
    setWords('');
    notice({ title: done });
    router.refresh();
  }
  return (
    <ConfirmDialog
      trigger={<Button variant={variant}>{props.label}</Button>}
      title={props.title}
      description={props.description}
      confirmLabel={props.confirmLabel}
      pendingLabel={props.pendingLabel}
      danger={danger}
      onConfirm={act}
    >
      <TextArea
        label={props.fieldLabel}
        hint={props.fieldHint}
        value={words}
        maxLength={2_000}
        required
        onChange={(event) => setWords(event.target.value)}
      />
    </ConfirmDialog>
  );
}

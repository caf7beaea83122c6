'use client';
// The question itself. Loaded when it is first asked.
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useId, useState, type ReactNode } from 'react';
import { Button } from './button';
import { FieldProblemText } from './choice';
import { classNames } from './class-names';
import { backdrop, floatingSurface } from './floating';
import type { SurfaceState } from './use-surface';

export interface Confirmation {
  /** The act and its object, as a question or a name: "Revoke “Checkout service”". */
  readonly title: string;
  /** The consequence, with the numbers that make it real. */
  readonly description: ReactNode;
  /** The verb and its object once more: "Revoke client". */
  readonly confirmLabel: string;
  readonly pendingLabel: string;
  /** `simple` asks, `costly` wears the colour of danger, `irreversible` wants the name typed. */
  readonly danger?: 'simple' | 'costly' | 'irreversible';
  /** What has to be typed when it is irreversible. The server checks it once more. */
  readonly typeToConfirm?: string;
  /** More to fill in: a reason, a second factor. */
  readonly children?: ReactNode;
  /** Does it; the dialog stays open until it is done, and shows why when it fails. */
  readonly onConfirm: (typed: string) => Promise<void>;
}

export default function ConfirmDialogSurface(props: SurfaceState & Confirmation) {
  const {
    open,
    onOpenChange,
    anchor,
    title,
    description,
    confirmLabel,
    pendingLabel,
    danger = 'costly',
    typeToConfirm,
  } = props;
  const [typed, setTyped] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const inputId = useId();
  const typing = danger === 'irreversible' && typeToConfirm !== undefined;

  async function confirm() {
    if (typing && typed !== typeToConfirm) {
      setProblem(`Type “${typeToConfirm}” exactly to go on.`);
      return;
    }
    setPending(true);
    setProblem(undefined);
    try {
      await props.onConfirm(typed);
      onOpenChange(false);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'That did not work. Try again.');
    } finally {
      setPending(false);
    }
  }

  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (pending) return;
        onOpenChange(next);
        setTyped('');
        setProblem(undefined);
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdrop} />
        <AlertDialog.Popup
          finalFocus={() => anchor as HTMLElement | null}
          className={classNames(
            floatingSurface,
            'fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] -translate-1/2 overflow-y-auto p-5',
          )}
        >
          <AlertDialog.Title className="text-16 font-semibold wrap-anywhere">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="mt-1 text-ink-soft">
            {description}
          </AlertDialog.Description>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void confirm();
            }}
          >
            {props.children !== undefined && <div className="mt-4">{props.children}</div>}
            {typing && (
              <div className="mt-4 flex flex-col gap-1">
                <label htmlFor={inputId} className="font-medium">
                  Type <span className="font-mono text-13 wrap-anywhere">{typeToConfirm}</span> to confirm
                </label>
                <input
                  id={inputId}
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  {...(problem !== undefined && { 'aria-describedby': `${inputId}-problem` })}
                  className="h-9 rounded-control border border-line-control bg-surface px-3"
                />
              </div>
            )}
            <div role="alert" className={problem === undefined ? undefined : 'mt-3'}>
              {problem !== undefined && (
                <FieldProblemText id={`${inputId}-problem`}>{problem}</FieldProblemText>
              )}
            </div>
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <AlertDialog.Close render={<Button variant="quiet">Cancel</Button>} />
              <Button
                type="submit"
                variant={danger === 'simple' ? 'primary' : 'danger'}
                pendingLabel={pending ? pendingLabel : undefined}
              >
                {confirmLabel}
              </Button>
            </div>
          </form>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

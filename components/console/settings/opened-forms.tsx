'use client';
// The acts of the settings page. Each form, with all that it needs, is loaded when its button is pressed.
import dynamic from 'next/dynamic';
import { useState, type ComponentType } from 'react';
import { Button } from '@/components/ui/button';

interface Closable {
  readonly onDone: () => void;
}

/** A button that turns into a form, and back when the form is done. */
function openedForm<Props extends Closable>(label: string, Form: ComponentType<Props>) {
  return function OpenedForm(props: Omit<Props, 'onDone'>) {
    const [open, setOpen] = useState(false);
    if (!open) return <Button onClick={() => setOpen(true)}>{label}</Button>;
    // What is left out of the props is what is added here.
    return <Form {...({ ...props, onDone: () => setOpen(false) } as Props)} />;
  };
}

export const RenameProject = openedForm(
  'Rename project',
  dynamic(() => import('./rename-form'), { ssr: false }),
);
export const ChangeRedirectUris = openedForm(
  'Change addresses',
  dynamic(() => import('./redirect-form'), { ssr: false }),
);
export const AskTier = openedForm(
  'Ask for a higher tier',
  dynamic(() => import('./tier-form'), { ssr: false }),
);
export const AskLive = openedForm(
  'Ask for a live project',
  dynamic(() => import('./live-form'), { ssr: false }),
);

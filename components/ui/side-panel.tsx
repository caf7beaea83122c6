'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { SidePanelProps } from './side-panel-surface';

const SidePanelSurface = dynamic(() => import('./side-panel-surface'), { ssr: false });

/** Detail beside the list that it belongs to (right), or the navigation on a phone (left). On phones it takes the width. */
export function SidePanel(props: SidePanelProps) {
  // Its code comes when it first opens; from then on it stays mounted, so that it can close gently.
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  return wanted && <SidePanelSurface {...props} />;
}

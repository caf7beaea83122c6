'use client';
import dynamic from 'next/dynamic';
import { cloneElement, useEffect, useState, type ComponentProps, type ReactElement } from 'react';

const TooltipSurface = dynamic(() => import('./tooltip-surface'), { ssr: false });

const delayMs = 300;

interface TooltipProps {
  /** A word or two more; never the only place where something is said. */
  readonly text: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** What it explains: something that takes the focus and has a name of its own. */
  readonly children: ReactElement;
}

/** Opens beside what it explains, for the pointer after a moment and for the keyboard at once. */
export function Tooltip({ text, side = 'top', children }: TooltipProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!near) return;
    const timer = setTimeout(() => {
      setWanted(true);
      setOpen(true);
    }, delayMs);
    return () => clearTimeout(timer);
  }, [near]);

  function show() {
    setWanted(true);
    setOpen(true);
  }
  function hide() {
    setNear(false);
    setOpen(false);
  }

  const element = children as ReactElement<ComponentProps<'button'>>;
  return (
    <>
      {cloneElement(element, {
        ref: setAnchor,
        onPointerEnter: (event) => {
          element.props.onPointerEnter?.(event);
          if (event.pointerType !== 'touch') setNear(true);
        },
        onPointerLeave: hide,
        onPointerDown: hide,
        onFocus: (event) => {
          element.props.onFocus?.(event);
          if (event.currentTarget.matches(':focus-visible')) show();
        },
        onBlur: hide,
      })}
      {wanted && (
        <TooltipSurface open={open} onOpenChange={setOpen} anchor={anchor} text={text} side={side} />
      )}
    </>
  );
}

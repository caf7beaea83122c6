import { Fragment } from 'react';

/** Plain sentences in which `backticks` mark code, as the error catalogue and the OpenAPI document write them. */
export function MarkedText({ children }: { children: string }) {
  return children.split('`').map((part, index) =>
    // Every second part stood between two backticks.
    index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
  );
}

'use client';
import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';

/** Hands the request's nonce to the primitives that write a style element. */
export function ContentSecurityNonce({
  nonce,
  children,
}: {
  nonce: string | undefined;
  children: ReactNode;
}) {
  return <CSPProvider {...(nonce === undefined ? {} : { nonce })}>{children}</CSPProvider>;
}

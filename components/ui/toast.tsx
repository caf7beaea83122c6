'use client';
import dynamic from 'next/dynamic';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import type { Notice } from './notices';

const Notices = dynamic(() => import('./notices'), { ssr: false });

type Notify = (notice: Notice) => void;

const NoticeContext = createContext<Notify>(() => undefined);

/** Says in the corner that something happened elsewhere on the page. A refusal of what the reader just typed stands beside it instead. */
export function useNotice(): Notify {
  return useContext(NoticeContext);
}

/** Stands once around a console; what is below may call `useNotice`. The notices' code comes with the first of them. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<readonly Notice[]>([]);
  const notify = useCallback((notice: Notice) => setSaid((before) => [...before, notice]), []);
  return (
    <NoticeContext value={notify}>
      {children}
      {said.length > 0 && <Notices said={said} />}
    </NoticeContext>
  );
}

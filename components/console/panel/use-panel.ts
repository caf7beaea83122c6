'use client';
// Detail beside a list, under an address of its own. The address changes without a journey to the server, so the list
// stays as it is; opened by its address, the page shows both.
import { usePathname } from 'next/navigation';
import type { MouseEvent } from 'react';

function go(path: string): void {
  window.history.pushState(null, '', `${path}${window.location.search}`);
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** `listPath` is the list's own address; the open object's id follows it. */
export function usePanel(listPath: string) {
  const pathname = usePathname();
  const openId = pathname.startsWith(`${listPath}/`) ? pathname.slice(listPath.length + 1) : undefined;
  return {
    openId,
    close: () => go(listPath),
    open: (id: string) => go(`${listPath}/${id}`),
    /** For the link that opens it: a real one, so that it opens in a new tab too. */
    linkTo: (id: string) => ({
      href: `${listPath}/${id}`,
      onClick: (event: MouseEvent) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        go(`${listPath}/${id}`);
      },
    }),
  };
}

// Server-sent events as a hook: one connection while the page is looked at, none while it is not.
import { useEffect, useEffectEvent, useState } from 'react';

type ServerEventsState = 'connecting' | 'open' | 'waiting';

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;

/**
 * Listens to a stream of ours. `onEvent` receives each event's name and parsed data. The browser repeats a broken
 * connection by itself with `Last-Event-ID`; a refused one is tried again here, more and more slowly.
 * Returns where the connection stands, for a dot that says so.
 */
export function useServerEvents(
  path: string | undefined,
  names: readonly string[],
  onEvent: (name: string, data: unknown) => void,
): ServerEventsState {
  const [state, setState] = useState<ServerEventsState>('connecting');
  const receive = useEffectEvent(onEvent);
  const listenedTo = names.join(' ');

  useEffect(() => {
    if (path === undefined) return;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = firstPauseMs;

    const close = () => {
      clearTimeout(timer);
      source?.close();
      source = undefined;
    };
    const open = () => {
      close();
      const opened = new EventSource(path);
      source = opened;
      opened.onopen = () => {
        pauseMs = firstPauseMs;
        setState('open');
      };
      opened.onerror = () => {
        setState('waiting');
        if (opened.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      };
      for (const name of listenedTo.split(' ')) {
        opened.addEventListener(name, (event: MessageEvent<string>) => {
          receive(name, JSON.parse(event.data) as unknown);
        });
      }
    };
    const followVisibility = () => {
      if (document.visibilityState === 'hidden') close();
      else if (source === undefined) open();
    };

    followVisibility();
    document.addEventListener('visibilitychange', followVisibility);
    return () => {
      document.removeEventListener('visibilitychange', followVisibility);
      close();
    };
  }, [path, listenedTo]);

  return state;
}

// Looks into the heap of a running Node process through its inspector.
import { freePort } from '@/lib/testing/servers/free-port';

export interface HeapInspector {
  /** Heap in use in MB (10⁶ bytes), after a full garbage collection. */
  usedMegabytes(): Promise<number>;
  close(): void;
}

/** An option for Node that opens the inspector, and the function that connects to it. */
export async function inspectable(): Promise<{
  readonly option: string;
  connect: () => Promise<HeapInspector>;
}> {
  const port = await freePort();
  return { option: `--inspect=127.0.0.1:${port}`, connect: () => connectTo(port) };
}

async function connectTo(port: number): Promise<HeapInspector> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(targets[0]!.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  let calls = 0;
  const send = <T>(method: string) =>
    new Promise<T>((resolve) => {
      const id = (calls += 1);
      const listen = ({ data }: MessageEvent<string>) => {
        const message = JSON.parse(data) as { id?: number; result: T };
        if (message.id !== id) return;
        socket.removeEventListener('message', listen);
        resolve(message.result);
      };
      socket.addEventListener('message', listen);
      socket.send(JSON.stringify({ id, method }));
    });
  return {
    async usedMegabytes() {
      // Twice: what finalisers free goes with the second one.
      await send('HeapProfiler.collectGarbage');
      await send('HeapProfiler.collectGarbage');
      const { usedSize } = await send<{ usedSize: number }>('Runtime.getHeapUsage');
      return usedSize / 1e6;
    },
    close: () => socket.close(),
  };
}

// A real redis-server for one test file, in memory only. It starts in some 30 ms, so every file has its own and
// may flush, fill, pause or kill it.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';
import { watchOver } from './guardian';
import { findRedisServer, redisInstallHint } from './redis-binary';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly processId: number;
  /** Ends it, as a crash does: connections are reset, data is gone. */
  kill(): Promise<void>;
  /** Stops answering without closing connections; `resume` undoes it. */
  pause(): void;
  resume(): void;
  /** Starts it again, empty, on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Resolves once something on `port` answers PING; rejects when `child` ends first. */
async function answersPing(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`redis-server ended while starting on port ${port}`);
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
      socket.once('data', (data) => {
        resolve(data.toString().startsWith('+PONG'));
        socket.destroy();
      });
      socket.once('error', () => resolve(false));
    });
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** Starts a server that ends with this process at the latest. `settings`: further redis.conf settings. */
export async function startRedis(settings: Readonly<Record<string, string>> = {}): Promise<RedisServer> {
  const binary = findRedisServer();
  if (!binary) throw new Error(redisInstallHint);
  const directory = mkdtempSync(path.join(tmpdir(), 'partner-platform-redis-'));

  const launch = async (port: number) => {
    const extra = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    const options = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      directory,
    ];
    const child = spawn(binary, [...options, ...extra], { stdio: 'ignore' });
    const guardian = watchOver(child.pid as number, [directory]);
    try {
      await answersPing(port, child);
    } catch (error) {
      child.kill('SIGKILL');
      guardian.dismiss();
      throw error;
    }
    return { child, guardian };
  };

  let port = await freePort();
  let running = await launch(port).catch(async () => launch((port = await freePort())));

  const kill = async () => {
    running.child.kill('SIGKILL'); // also ends a paused process
    await ended(running.child);
    running.guardian.dismiss();
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    get processId() {
      return running.child.pid as number;
    },
    kill,
    pause: () => void running.child.kill('SIGSTOP'),
    resume: () => void running.child.kill('SIGCONT'),
    async restart() {
      await kill();
      running = await launch(port);
    },
    async stop() {
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

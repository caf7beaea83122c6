// One connection a process that hears which projects have new rows. It is made for the first watcher and kept.
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { singleton } from '@/lib/core/singleton';
import { connectionSettings } from '@/lib/db';
import { logger } from '@/lib/logging';
import { requestLogChannel } from './write';

const retryMs = 1_000;

class LogListener {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  #client: pg.Client | undefined;
  #watchers = 0;
  #retry: NodeJS.Timeout | undefined;

  watch(projectId: string, onRows: () => void): () => void {
    this.#watchers += 1;
    this.#emitter.on(projectId, onRows);
    if (!this.#client) this.#connect();
    let watching = true;
    return () => {
      if (!watching) return;
      watching = false;
      this.#emitter.off(projectId, onRows);
      this.#watchers -= 1;
      if (this.#watchers === 0) this.close();
    };
  }

  close(): void {
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    client?.end().catch(() => undefined);
  }

  #connect(): void {
    const client = new pg.Client({
      ...connectionSettings(),
      application_name: 'partner-platform request-log',
    });
    this.#client = client;
    const onLost = (error?: Error) => {
      if (this.#client !== client) return;
      logger().warn({ err: error }, 'request log lost its listening connection');
      this.#client = undefined;
      this.#retry = setTimeout(() => this.#watchers > 0 && this.#connect(), retryMs).unref();
    };
    client.on('error', onLost);
    client.on('end', () => onLost());
    client.on('notification', ({ payload }) => void this.#emitter.emit(payload ?? ''));
    client
      .connect()
      .then(() => client.query(`LISTEN ${requestLogChannel}`))
      // What was written before we listened is found now.
      .then(() => this.#emitter.eventNames().forEach((name) => this.#emitter.emit(name)))
      .catch(onLost);
  }
}

/** Calls `onRows` whenever the project has new rows. @returns what ends it. */
export function onNewEntries(projectId: string, onRows: () => void): () => void {
  return singleton('request-log.listener', () => new LogListener()).watch(projectId, onRows);
}

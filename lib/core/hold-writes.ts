// What is written to a socket in one turn of the event loop leaves in one write. Writing to a socket costs as much
// as everything else about a short question, and a busy server asks many in each turn.
import type { Writable } from 'node:stream';

const held = new WeakSet<Writable>();

/**
 * Makes `socket` hold what is written until the present turn of the event loop has read all its sockets.
 * Unlike a pipeline of commands it waits for no earlier answer.
 */
export function holdWrites(socket: Writable): void {
  if (held.has(socket)) return;
  held.add(socket);
  socket.cork();
  setImmediate(() => {
    held.delete(socket);
    socket.uncork();
  });
}

// What is written to a socket in one turn of the event loop leaves in few writes. Writing to a socket costs as much
// as everything else about a short question, and a busy server asks many in each turn.
import type { Writable } from 'node:stream';

/**
 * So many questions are held at the most. Holding all of them would have the two ends take turns, one idle while the
 * other works; measured with 16 questions in flight, groups of four let through nearly twice as many as all at once.
 */
const mostHeld = 4;

const held = new WeakMap<Writable, number>();

/**
 * Makes `socket` hold what is written until the present turn of the event loop has read all its sockets, or until
 * enough has come together. Call it before each write. Unlike a pipeline of commands it waits for no earlier answer.
 */
export function holdWrites(socket: Writable): void {
  const count = held.get(socket);
  if (count === undefined) {
    socket.cork();
    setImmediate(() => {
      held.delete(socket);
      socket.uncork();
    });
  } else if (count === mostHeld) {
    socket.uncork();
    socket.cork();
  }
  held.set(socket, count === undefined || count === mostHeld ? 1 : count + 1);
}

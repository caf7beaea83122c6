// Starts the simulated bank on a free port of the loopback.
import type { AddressInfo } from 'node:net';
import { SimulatedBank, type BankOptions } from './bank';
import { bankServer } from './server';

export interface RunningBank {
  /** Address for `BANK_RAIL_URL`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Opens the book and serves it. One process at a time may have a book. */
export async function runSimulatedBank(options: BankOptions, port = 0): Promise<RunningBank> {
  const bank = new SimulatedBank(options);
  const server = bankServer(bank);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          bank.close();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a program that can be cut off. */
export interface CuttableWay {
  at: string;
  cut(): void;
  mend(): Promise<void>;
}

/**
 * A way to the program at this address that can be cut off for whatever runs in a browser: its own switch, "offline", is for
 * pages, and what a worker does when none of them is open goes past it.
 */
export async function cuttable(address: string): Promise<CuttableWay> {
  const { hostname, port } = new URL(address);
  const open = new Set<Socket>();
  const way = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [[near, far], [far, near]] as const) {
      open.add(socket);
      socket.on('error', () => {}).on('close', () => (open.delete(socket), other.destroy()));
      socket.pipe(other);
    }
  });
  const listen = async (at: number) => {
    await once(way.listen(at, hostname), 'listening');
    return (way.address() as { port: number }).port;
  };
  const at = await listen(0);
  return {
    at: `http://${hostname}:${at}`,
    cut() {
      way.close();
      for (const socket of open) socket.destroy();
    },
    mend: async () => void (await listen(at)),
  };
}

import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Listeners {
  /** `http://127.0.0.1:PORT`; answers nothing but notes what is asked for. */
  http: string;
  /** The like, that only counts who connects. */
  tcp: string;
  readonly requests: string[];
  readonly connections: number;
  close(): void;
}

/** Two places on this machine that nobody has a reason to talk to. */
export async function startListeners(): Promise<Listeners> {
  const requests: string[] = [];
  let connections = 0;
  const web = createHttpServer(({ url }, response) => {
    requests.push(url ?? '');
    response.end();
  });
  web.on('connection', () => (connections += 1));
  const raw = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  const origin = async (server: typeof raw | typeof web) => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  return {
    http: await origin(web),
    tcp: await origin(raw),
    requests,
    get connections() {
      return connections;
    },
    close() {
      web.close();
      raw.close();
    },
  };
}

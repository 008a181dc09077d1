import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createFrameReader, frameOf } from '../../../manager/wire/frames.ts';
import { chromeExtensionId } from '../../../shared/protocol/extension-identity.ts';
import type { ManagerCommand, ManagerFact, ManagerQuestion } from '../../../shared/protocol/manager.ts';
import { waitFor } from '../wait-for.ts';
import type { Wine } from './wine.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

export interface ManagerInWine {
  readonly facts: ManagerFact[];
  send(command: ManagerCommand): void;
  ask(question: Without<ManagerQuestion, 'id'>): Promise<ManagerFact>;
  /** Closes its pipe, as a browser that goes does; gives its exit code. */
  end(): Promise<number | null>;
}

/** The Support Manager for Windows as a browser starts it; the program itself serves as the browser, being Bun. */
export async function startInWine(wine: Wine, program: string): Promise<ManagerInWine> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const windowsPath = `Z:${wine.folder}/${program}`.replaceAll('/', '\\');
  const caller = `chrome-extension://${chromeExtensionId}/`;
  const parent = wine.start([`./${program}`, 'run', 'parent.ts', windowsPath, caller, String(port)], {
    BUN_BE_BUN: '1',
  });
  const [socket] = (await once(server, 'connection')) as [Socket];
  server.close();
  const facts: ManagerFact[] = [];
  socket.on(
    'data',
    createFrameReader({
      onText: (text) => facts.push(JSON.parse(text) as ManagerFact),
      onTooLarge: () => socket.destroy(),
    }),
  );
  let id = 0;
  const send = (command: ManagerCommand) => void socket.write(frameOf(command));
  return {
    facts,
    send,
    ask(question) {
      id += 1;
      const asked = id;
      send({ ...question, id: asked } as ManagerQuestion);
      return waitFor(
        `an answer to ${question.type}`,
        () => facts.find((fact) => 'id' in fact && fact.id === asked),
        30_000,
      );
    },
    async end() {
      const gone = once(parent, 'exit') as Promise<[number | null]>;
      socket.end();
      return (await gone)[0];
    },
  };
}

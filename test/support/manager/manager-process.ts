import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromeExtensionId } from '../../../shared/protocol/extension-identity.ts';
import { managerProtocol } from '../../../shared/protocol/manager-limits.ts';
import type { ManagerCommand, ManagerFact, ManagerQuestion } from '../../../shared/protocol/manager.ts';
import { createFrameReader, frameOf } from '../../../manager/wire/frames.ts';
import { waitFor } from '../wait-for.ts';
import { managerEnv } from './manager-env.ts';

const main = fileURLToPath(new URL('../../../manager/main.ts', import.meta.url));

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** The Support Manager as browsers start it, with this test in the browser's place. */
export interface ManagerProcess {
  readonly child: ChildProcess;
  readonly facts: ManagerFact[];
  send(command: ManagerCommand): void;
  sendBytes(bytes: Uint8Array): void;
  ask(question: Without<ManagerQuestion, 'id'>): Promise<ManagerFact>;
  fact<T extends ManagerFact['type']>(type: T): Promise<Extract<ManagerFact, { type: T }>>;
  ended(): Promise<void>;
  kill(): void;
}

interface Options {
  display?: string;
  args?: string[];
  env?: NodeJS.ProcessEnv;
  /** Instead of the source: a built program and its first arguments. */
  command?: [string, ...string[]];
}

export function startManager({ display, args, env = {}, command = [process.execPath, main] }: Options): ManagerProcess {
  const { WAYLAND_DISPLAY: _wayland, XDG_SESSION_TYPE: _type, DISPLAY: _display, ...inherited } = process.env;
  const [program, ...first] = command;
  const child = spawn(program, [...first, ...(args ?? [`chrome-extension://${chromeExtensionId}/`])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...inherited,
      ...managerEnv,
      ...(display === undefined ? {} : { DISPLAY: display }),
      ...env,
    },
  });
  const facts: ManagerFact[] = [];
  let gone = false;
  child.once('exit', () => (gone = true));
  child.stdin.on('error', () => undefined);
  child.stdout.on(
    'data',
    createFrameReader({
      onText: (text) => facts.push(JSON.parse(text) as ManagerFact),
      onTooLarge: () => child.kill('SIGKILL'),
    }),
  );
  let id = 0;
  const send = (command_: ManagerCommand) => void child.stdin.write(frameOf(command_));
  return {
    child,
    facts,
    send,
    sendBytes: (bytes) => void child.stdin.write(bytes),
    ask(question) {
      id += 1;
      const asked = id;
      send({ ...question, id: asked } as ManagerQuestion);
      return waitFor(`an answer to ${question.type}`, () => facts.find((fact) => 'id' in fact && fact.id === asked));
    },
    fact: <T extends ManagerFact['type']>(type: T) =>
      waitFor(type, () => facts.find((fact): fact is Extract<ManagerFact, { type: T }> => fact.type === type)),
    ended: async () => void (await waitFor('the end of the Support Manager', () => gone)),
    kill: () => void child.kill('SIGKILL'),
  };
}

export const hello = { type: 'manager.hello', protocol: managerProtocol } as const;
/** Looks as the relay's ids do. */
export const grant = 'grant-grant-grant-gran';

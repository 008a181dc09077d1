import { managerLimits, managerProtocol } from '../shared/protocol/manager-limits.ts';
import type {
  ManagerCommand,
  ManagerFact,
  ManagerInput,
  ManagerQuestion,
  UnfitCode,
} from '../shared/protocol/manager.ts';
import { answerQuestion, type DeskQuestion } from './answer-question.ts';
import { type Control, createControl } from './control/control.ts';
import type { System } from './control/forbidden-keys.ts';
import { createHeld } from './control/held.ts';
import { createTokenBucket } from '../shared/protocol/token-bucket.ts';
import type { OpenedDesk } from './desk/open-desk.ts';
import { createOpenFolders, type FolderCommand } from './folder/open-folders.ts';
import type { Guard } from './guard/start-guard.ts';
import { createWatch, type Watch } from './watch/watch.ts';

export interface ConversationDeps {
  openDesk(): Promise<OpenedDesk>;
  startGuard(): Guard;
  system: System;
  version: string;
  tell(fact: ManagerFact): void;
  /** There is nothing to talk about. */
  unfit(code: UnfitCode): void;
  now?: () => number;
}

/** What the extension says, in its order; each message has been checked by its schema. */
export interface Conversation {
  hear(command: ManagerCommand): void;
  /** Lets go of everything. */
  end(): Promise<void>;
}

export function createConversation(deps: ConversationDeps): Conversation {
  const { tell, unfit, now = () => performance.now() } = deps;
  const bucket = createTokenBucket(managerLimits.inputsPerSecond, managerLimits.inputsAtOnce, now);
  const folders = createOpenFolders(deps.system, now);
  let opened: OpenedDesk | null = null;
  let control: Control | null = null;
  let watch: Watch | null = null;
  let guard: Guard | null = null;
  let turn = Promise.resolve();
  let waiting = 0;

  async function hello(protocol: number, id: number) {
    if (protocol !== managerProtocol) return unfit('other-version');
    opened ??= await deps.openDesk();
    const { desk, noInput } = opened;
    if (desk && !control) {
      const note: Guard['note'] = (...pressed) => (guard ??= deps.startGuard()).note(...pressed);
      control = createControl({
        desk,
        system: deps.system,
        held: createHeld(desk, note, now),
        tell: controlTells,
        now,
      });
      if (desk.eyes) watch = createWatch({ desk, eyes: desk.eyes, control, tell, now });
    }
    const { version, system } = deps;
    const [clipboard, watches] = [desk !== null, watch !== null];
    tell({ type: 'manager.welcomed', id, version, system, noInput, clipboard, watches });
  }

  function controlTells(fact: ManagerFact) {
    // What was seen under it is forgotten with it.
    if (fact.type === 'manager.lapsed' || fact.type === 'manager.ended') watch?.end(fact.grant);
    tell(fact);
    if (fact.type === 'manager.suspended') watch?.checkConsent();
  }

  type Queued = DeskQuestion | ManagerInput | Extract<ManagerQuestion, { type: 'manager.hello' }>;

  async function run(command: Queued) {
    if (command.type === 'manager.hello') return hello(command.protocol, command.id);
    if (opened === null) return unfit('message.invalid');
    // Ready before the first key goes down.
    if (command.type === 'manager.control' && opened.desk) guard ??= deps.startGuard();
    if (!('id' in command)) return input(command);
    const answer = await answerQuestion(command, opened.desk, control, watch).catch((): ManagerFact => ({
      type: 'manager.failed',
      id: command.id,
      code: 'failed',
    }));
    tell(answer);
  }

  async function input(command: ManagerInput) {
    watch?.of(command.grant)?.awaited();
    await control?.input(command);
    watch?.of(command.grant)?.look();
  }

  /** Beside all else: a file on its way holds up no key. */
  async function askFolder(command: FolderCommand) {
    if (opened === null) return unfit('message.invalid');
    try {
      tell(await folders.answer(command));
    } catch (error) {
      // An answer that is longer than a message may be.
      const code = error instanceof RangeError ? 'too-many' : 'failed';
      tell({ type: 'manager.failed', id: command.id, code });
    }
  }

  function end(grant: string) {
    watch?.end(grant);
    control?.end(grant);
  }

  function pause(on: boolean) {
    control?.pause(on);
    watch?.checkConsent();
  }

  /** At once, and also one that is still waiting to begin. */
  function endWatch(grant: string) {
    watch?.end(grant);
    turn = turn.then(() => watch?.end(grant));
  }

  /** One after the other. What is more than may wait is refused at once. */
  function queue(command: Queued) {
    if (!('id' in command) && !bucket.take()) return control?.drop(command.grant, 'too-many');
    if (waiting >= managerLimits.waiting) {
      if ('id' in command) tell({ type: 'manager.failed', id: command.id, code: 'too-many' });
      return undefined;
    }
    waiting += 1;
    turn = turn
      .then(() => run(command))
      // The desktop has gone: there is nobody left to say it to but the extension, by dropping.
      .catch(() => undefined)
      .finally(() => (waiting -= 1));
    return undefined;
  }

  return {
    hear(command) {
      // These count for what is still waiting, too.
      if (command.type === 'manager.renew') control?.renew(command.grant);
      else if (command.type === 'manager.watch-next') watch?.of(command.grant)?.next();
      else if (command.type === 'manager.watch-end') endWatch(command.grant);
      else if (command.type === 'manager.end') end(command.grant);
      else if (command.type === 'manager.pause') pause(command.paused);
      else if (command.type === 'manager.folder-close') void folders.close(command.grant).catch(() => undefined);
      else if (isAboutFolder(command)) void askFolder(command);
      else queue(command);
    },
    async end() {
      watch?.stop();
      control?.stop();
      await folders.closeAll();
      await opened?.desk?.close();
    },
  };
}

const isAboutFolder = (command: ManagerCommand): command is FolderCommand =>
  command.type === 'manager.folder-places' ||
  command.type === 'manager.folder-open' ||
  command.type === 'manager.folder-ask';

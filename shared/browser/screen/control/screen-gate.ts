import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { createSaySeldom } from '../../../protocol/say-seldom.ts';
import { limits } from '../../../protocol/limits.ts';
import type { DropCode } from '../../../protocol/manager.ts';
import type { ScreenAnswer, ScreenCommand, ScreenInput, WaitCode } from '../../../protocol/screen-control.ts';
import { screenLimits } from '../../../protocol/screen-limits.ts';
import { createLease } from '../../cobrowse/control/lease.ts';
import type { ManagerClient, ManagerNews } from '../../manager/manager-client.ts';
import type { ControlledScreen } from '../own-screens.ts';
import { createSurfaceFinder, type SurfaceChoice } from './find-surface.ts';
import { managerInput } from './manager-input.ts';
import { createScreenRates } from './screen-rates.ts';

export interface ScreenGateDeps {
  manager: ReadonlySignal<ManagerClient | null>;
  /** What may be controlled: allowed by the owner in this window, and captured here. */
  controlled: ReadonlySignal<readonly ControlledScreen[]>;
  /** The owner is being asked something: nothing may answer for them. */
  isAsked: ReadonlySignal<boolean>;
  answer(message: ScreenAnswer): void;
  signal: AbortSignal;
  /** ms, never back. */
  now?: () => number;
}

export interface ScreenGate {
  hear(command: Exclude<ScreenCommand, { type: 'screen.wanted' | 'screen.zoom' }>): void;
  /** The viewer is a new one: its leases count from the beginning. */
  forget(): void;
  /** Whose input counts now. */
  readonly held: ReadonlySignal<string | null>;
  /** In which picture. */
  readonly heldIn: ReadonlySignal<MediaStream | null>;
  /** That picture is of the controlled surface, for sure. */
  readonly isSure: ReadonlySignal<boolean>;
  readonly suspended: ReadonlySignal<boolean>;
  /** What the viewer does is carried out now. */
  readonly reaches: ReadonlySignal<boolean>;
  readonly choice: ReadonlySignal<SurfaceChoice | null>;
}

interface Current {
  grant: string;
  number: number;
  stream: MediaStream;
  isHeld: boolean;
}

/** How soon a lease that nobody renews is seen to be over. */
const tickMs = 250;

/**
 * Between the viewer's input and the Support Manager: grant, lease, rate, open questions; for each event. A renewal
 * goes on only when one has come, so the Support Manager's lease ends with the viewer's.
 */
export function createScreenGate(deps: ScreenGateDeps): ScreenGate {
  const { manager, controlled, isAsked, answer, signal: life, now = () => performance.now() } = deps;
  const held = signal<string | null>(null);
  const heldIn = signal<MediaStream | null>(null);
  const isSure = signal(false);
  const suspended = signal(false);
  const finder = createSurfaceFinder();
  const isPaused = computed(() => isAsked.value || finder.choice.value !== null);
  const rates = createScreenRates(now);
  const maySay = createSaySeldom<DropCode>(screenLimits.droppedEveryMs, now);
  let lease = createLease();
  let current: Current | null = null;

  const sharedUnder = (grant: string) => controlled.peek().find((one) => one.grant === grant);
  const drop = (grant: string, code: DropCode) => {
    if (maySay(code)) answer({ type: 'screen.dropped', grant, code });
  };

  /** All is let go of; a lease that ends stays over. */
  function end(): void {
    const over = current;
    if (!over) return;
    current = null;
    lease.release(over.number);
    finder.forget();
    manager.peek()?.end(over.grant);
    held.value = null;
    heldIn.value = null;
    suspended.value = false;
  }

  function lapse(): void {
    if (!current) return;
    const { grant, number } = current;
    end();
    answer({ type: 'screen.lapsed', grant, lease: number });
  }

  async function begin(mine: Current, shared: ControlledScreen, client: ManagerClient): Promise<void> {
    const { grant, number, stream } = mine;
    const waiting = (code: WaitCode) => answer({ type: 'screen.waiting', grant, lease: number, code });
    const cannot = (code: WaitCode | 'closed') => {
      end();
      waiting(code === 'closed' ? 'no-manager' : code);
    };
    const onChoosing = () => waiting('choosing');
    const found = await finder.find({ stream, shared: shared.surface, client, onChoosing });
    if (current !== mine) return;
    if (!found.ok) return cannot(found.code);
    const begun = await client.control(grant, found.surface);
    if (current !== mine) {
      // Unless the same grant has begun anew meanwhile.
      if (current?.grant !== grant) client.end(grant);
      return;
    }
    if (!begun.ok) return cannot(begun.code);
    mine.isHeld = true;
    isSure.value = found.isSure;
    held.value = grant;
    heldIn.value = stream;
    answer({ type: 'screen.held', grant, lease: number });
  }

  function renew({ grant, lease: number, stream: id }: Extract<ScreenCommand, { type: 'screen.renew' }>): void {
    const shared = sharedUnder(grant);
    if (!shared) return drop(grant, 'not-granted');
    const client = manager.peek();
    const waiting = (code: WaitCode) => answer({ type: 'screen.waiting', grant, lease: number, code });
    if (!client) return waiting('no-manager');
    if (current?.number === number && (current.grant !== grant || current.stream.id !== id)) return;
    if (!lease.renew(number, now())) return answer({ type: 'screen.lapsed', grant, lease: number });
    if (current?.number === number) {
      if (!current.isHeld) return;
      client.renew(grant);
      return answer({ type: 'screen.held', grant, lease: number });
    }
    end();
    const stream = shared.streams.find((one) => one.id === id);
    if (!stream || !rates.mayBegin()) {
      lease.release(number);
      return waiting(stream ? 'too-many' : 'gone');
    }
    current = { grant, number, stream, isHeld: false };
    void begin(current, shared, client);
  }

  /** Null: it counts; else why not. */
  function mayPass(input: ScreenInput): DropCode | null {
    const { grant, lease: number } = input;
    if (!sharedUnder(grant)) return 'not-granted';
    if (current?.grant !== grant || !current.isHeld || !lease.holds(number, now())) return 'lapsed';
    if (isPaused.peek()) return 'paused';
    return rates.mayInput(input) ? null : 'too-many';
  }

  function input(command: ScreenInput): void {
    const no = mayPass(command);
    if (no !== null) return drop(command.grant, no);
    const client = manager.peek();
    if (command.type !== 'screen.raise') return client?.input(managerInput(command));
    void client?.raise(command.grant).then((raised) => {
      if (!raised.ok && raised.code === 'gone') drop(command.grant, 'gone');
    });
  }

  function news(fact: ManagerNews): void {
    if (fact.grant !== current?.grant) return;
    const { grant } = current;
    switch (fact.type) {
      case 'manager.dropped':
        return drop(grant, fact.code);
      case 'manager.suspended':
        suspended.value = true;
        return answer({ type: 'screen.suspended', grant, ms: Math.min(Math.max(0, fact.ms), limits.ownInputMs) });
      case 'manager.resumed':
        suspended.value = false;
        return answer({ type: 'screen.resumed', grant });
      case 'manager.lapsed':
        return lapse();
      case 'manager.ended':
        answer({ type: 'screen.waiting', grant, lease: current.number, code: 'gone' });
        return end();
    }
  }

  const timer = setInterval(() => {
    if (current && !lease.holds(current.number, now())) lapse();
  }, tickMs);
  const disposers = [
    effect(() => {
      const client = manager.value;
      const end_ = new AbortController();
      client?.onNews(news, end_.signal);
      return () => {
        end_.abort();
        // Another one knows nothing of what has begun here.
        untracked(lapse);
      };
    }),
    effect(() => manager.value?.pause(isPaused.value)),
    effect(() => {
      const now_ = controlled.value;
      const isOver =
        current && !now_.some(({ grant, streams }) => grant === current?.grant && streams.includes(current.stream));
      if (isOver) untracked(lapse);
    }),
  ];
  life.addEventListener('abort', () => {
    clearInterval(timer);
    for (const dispose of disposers) dispose();
    end();
  });

  return {
    held,
    heldIn,
    isSure,
    suspended,
    reaches: computed(() => held.value !== null && !suspended.value && !isPaused.value),
    choice: finder.choice,
    hear(command) {
      if (command.type === 'screen.renew') return renew(command);
      if (command.type !== 'screen.release') return input(command);
      if (current?.grant === command.grant && current.number === command.lease) end();
    },
    forget() {
      end();
      lease = createLease();
    },
  };
}

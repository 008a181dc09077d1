import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { parseWith } from '../../../protocol/codec.ts';
import { limits } from '../../../protocol/limits.ts';
import type { FromPage } from '../../../protocol/page.ts';
import { type ControlAnswer, type ControlMessage, controlMessageSchema } from '../../../protocol/peer.ts';
import type { Link } from '../../link/contract.ts';
import type { RecordedPage } from '../recorded-page.ts';
import { createLease } from './lease.ts';

export type ControlState = 'no' | 'active' | 'suspended';

export interface ControlGate {
  /** A document is there to carry commands out. */
  pageReady(): void;
  fromHost(bytes: Uint8Array): void;
  fromPage(message: Extract<FromPage, { type: 'page.refused' | 'page.own-input' | 'page.asked' }>): void;
  /** The host is a new one: its leases count from the beginning. */
  forget(): void;
  /** The host looks elsewhere: it lets go of all, and its lease is over. */
  release(): void;
  stop(): void;
  readonly state: ReadonlySignal<ControlState>;
}

export interface ControlGateDeps {
  page: RecordedPage;
  link: Link;
  mayControl(): boolean;
  onLeftOrigin(): void;
  /** Whether the host sees this page. The grant for it stands also while it does not. */
  isSeen?: () => boolean;
  /** ms, never back. */
  now?: () => number;
}

/** How soon a lease that nobody uses any more is seen to be over. */
const tickMs = 250;

/** Between the host's commands and the page: schema, grant, origin, lease, the customer's own hands; for each command. */
export function createControlGate({
  page,
  link,
  mayControl,
  onLeftOrigin,
  isSeen = () => true,
  now = () => performance.now(),
}: ControlGateDeps): ControlGate {
  const state = signal<ControlState>('no');
  let lease = createLease();
  let suspendedUntil = -Infinity;
  /** Where control was granted; null while it is not. */
  let grantedAt: string | null = null;
  let left = false;
  let isPageReady = false;

  const answer = (message: ControlAnswer) => {
    link.send('control', new TextEncoder().encode(JSON.stringify(message)));
  };

  /** Is control allowed where the page is now? */
  function allowed(): boolean {
    if (!mayControl()) {
      grantedAt = null;
      left = false;
      return false;
    }
    const origin = page.info.peek()?.origin ?? null;
    if (origin === null) return false;
    grantedAt ??= origin;
    if (grantedAt === origin && !left) return true;
    // Said once; stays refused until the grant has ended, also when the page comes back.
    if (!left) {
      left = true;
      answer({ type: 'control.ended', reason: 'left-origin' });
      onLeftOrigin();
    }
    return false;
  }

  function letGo() {
    if (state.peek() === 'no') return;
    page.post({ type: 'page.release' });
    state.value = 'no';
  }

  function check() {
    const number = lease.current();
    if (number === null) {
      allowed();
      return;
    }
    if (!lease.holds(number, now())) {
      answer({ type: 'control.lapsed', lease: number });
      letGo();
    } else if (!allowed()) {
      lease.release(number);
      letGo();
    } else if (state.peek() === 'suspended' && now() >= suspendedUntil) {
      state.value = 'active';
      answer({ type: 'control.resumed' });
    }
  }
  const timer = setInterval(check, tickMs);
  const disposeOrigin = effect(() => {
    if (page.info.value) check();
  });

  function renew(number: number) {
    // Confirmed without a page, the host's first click would go nowhere.
    if (!allowed() || !isPageReady || !isSeen()) return;
    if (!lease.renew(number, now())) return answer({ type: 'control.lapsed', lease: number });
    if (state.peek() === 'no') state.value = now() < suspendedUntil ? 'suspended' : 'active';
    answer({ type: 'control.held', lease: number });
  }

  function run(message: ControlMessage) {
    if (message.type === 'control.renew') return renew(message.lease);
    if (message.type === 'control.release') {
      lease.release(message.lease);
      return letGo();
    }
    const refuse = (code: 'not-granted' | 'lapsed' | 'suspended' | 'gone') =>
      answer({ type: 'control.refused', id: message.id, code });
    check();
    if (!allowed()) return refuse('not-granted');
    if (!isSeen()) return refuse('gone');
    if (!lease.holds(message.lease, now())) return refuse('lapsed');
    if (now() < suspendedUntil) return refuse('suspended');
    if (message.type === 'control.navigate') page.navigate(message.kind);
    else page.post({ type: 'page.command', command: message });
  }

  return {
    state,
    pageReady() {
      isPageReady = true;
    },
    fromHost(bytes) {
      const parsed = parseWith(controlMessageSchema, new TextDecoder().decode(bytes));
      if (parsed.ok) run(parsed.message);
    },
    fromPage(message) {
      if (message.type === 'page.refused') {
        return answer({ type: 'control.refused', id: message.id, code: message.code });
      }
      if (message.type === 'page.asked') return answer({ type: 'control.asked', on: message.on });
      suspendedUntil = now() + limits.ownInputMs;
      if (state.peek() !== 'active') return;
      state.value = 'suspended';
      page.post({ type: 'page.release' });
      answer({ type: 'control.suspended', ms: limits.ownInputMs });
    },
    forget() {
      lease = createLease();
      letGo();
    },
    release() {
      const number = lease.current();
      if (number !== null) lease.release(number);
      letGo();
    },
    stop() {
      clearInterval(timer);
      disposeOrigin();
      letGo();
    },
  };
}

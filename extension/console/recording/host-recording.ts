import { computed, effect, type ReadonlySignal, signal as createSignal, untracked } from '@preact/signals';
import type { SessionClient } from '../../../shared/browser/link/session-client.ts';
import { createRecorded, type Recorded } from '../../../shared/browser/recording/recorded.ts';
import type { ParticipantId } from '../../../shared/protocol/ids.ts';
import { nextStep, type NextStep } from './next-step.ts';

/** A recording as the host has it. */
export interface HostRecording extends Recorded {
  /** It is wanted, and waits for the customer's answer. */
  readonly isAsking: ReadonlySignal<boolean>;
  /** Asks first. */
  begin(): void;
  withdraw(): void;
  pause(): void;
  resume(): void;
  stop(): void;
}

export function createHostRecording(
  client: SessionClient,
  perform: SessionClient['perform'],
  life: AbortSignal,
): HostRecording {
  const recorded = createRecorded(client.state);
  const asked = createSignal<ReadonlySet<ParticipantId> | null>(null);
  const tools = () => {
    const state = client.state.peek();
    return state.phase === 'open' ? Object.values(state.tools).filter(({ tool }) => tool === 'recording') : [];
  };
  const isBusy = createSignal(false);
  /** Where things stood when the relay said no: the same again would be refused again. */
  let refusedAt = -1;

  function carryOut(step: Exclude<NextStep, null>) {
    const before = asked.peek();
    if (step.kind === 'start' || step.kind === 'give-up') asked.value = null;
    if (step.kind === 'ask' && before) asked.value = new Set([...before, step.to]);
    if (step.kind === 'give-up') return letGo();
    isBusy.value = true;
    void perform(wishOf(step)).then(({ ok }) => {
      if (!ok) refusedAt = client.state.peek().seq;
      isBusy.value = false;
    });
  }
  /** What was asked for together, and will not begin: no question is left open, and no yes to nothing. */
  function letGo() {
    for (const tool of tools()) {
      if (tool.phase === 'on') void perform(wishOf({ kind: 'release', yes: tool }));
      if (tool.phase !== 'requested') continue;
      void perform({ type: 'tool.refuse', requestId: tool.requestId, reason: 'withdrawn' });
    }
  }
  const dispose = effect(() => {
    const step = nextStep(client.state.value, client.selfId, asked.value);
    if (step && !isBusy.value && refusedAt !== client.state.value.seq) untracked(() => carryOut(step));
  });
  life.addEventListener('abort', dispose);

  const act = (type: 'recording.pause' | 'recording.resume' | 'recording.stop') => {
    const now = recorded.now.peek();
    return now ? perform({ type, recordingId: now.id }) : Promise.resolve();
  };
  return {
    ...recorded,
    isAsking: computed(() => asked.value !== null),
    begin: () => void (asked.value = new Set()),
    withdraw() {
      asked.value = null;
      letGo();
    },
    pause: () => void act('recording.pause'),
    resume: () => void act('recording.resume'),
    stop: () => void act('recording.stop'),
  };
}

function wishOf(step: Exclude<NextStep, null | { kind: 'give-up' }>) {
  switch (step.kind) {
    case 'ask':
      return { type: 'tool.request', tool: 'recording', to: step.to } as const;
    case 'release': {
      const { to, grantId } = step.yes;
      return { type: 'tool.end', tool: 'recording', to, grantId, reason: 'released' } as const;
    }
    case 'start':
      return { type: 'recording.start' } as const;
  }
}

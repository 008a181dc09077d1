import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../../shared/browser/ui/i18n.ts';
import type { Answer, Refusal } from '../account/admin-api.ts';

export interface Draft<T> {
  value: ReadonlySignal<T>;
  saved: ReadonlySignal<T>;
  isChanged: ReadonlySignal<boolean>;
  isBusy: ReadonlySignal<boolean>;
  canUndo: ReadonlySignal<boolean>;
  /** What came of the last save. */
  said: ReadonlySignal<MessageKey | null>;
  /** Another one each time the draft is replaced as a whole. */
  epoch: ReadonlySignal<number>;
  change(next: T): void;
  /** As `change`, for what no field has typed: fields show it anew. */
  replace(next: T): void;
  /** Holds already, saved by itself: it is no change, and no undo takes it back. */
  settle(part: Partial<T>): void;
  save(): void;
  discard(): void;
  undo(): void;
}

const saidOf: Record<Refusal, MessageKey> = {
  'signed-out': 'privacy.signedOut',
  'no-admin': 'privacy.signedOut',
  refused: 'draft.refused',
  failed: 'join.error',
};

/** Something that an admin changes as a draft; nothing holds before it is saved. The window warns before it is lost. */
export function useDraft<T extends object>(initial: T, put: (value: T) => Promise<Answer<T>>): Draft<T> {
  const value = useSignal(initial);
  const saved = useSignal(initial);
  /** What was saved before, newest last. */
  const before = useSignal<readonly T[]>([]);
  const said = useSignal<MessageKey | null>(null);
  const isBusy = useSignal(false);
  const epoch = useSignal(0);
  const isChanged = useComputed(() => JSON.stringify(value.value) !== JSON.stringify(saved.value));
  const canUndo = useComputed(() => before.value.length > 0);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isChanged.value) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  const change = (next: T) => {
    said.value = null;
    value.value = next;
  };
  const replace = (next: T) => {
    change(next);
    epoch.value += 1;
  };
  async function send(next: T, then: () => void) {
    isBusy.value = true;
    const answer = await put(next);
    isBusy.value = false;
    if (answer.ok) then();
    said.value = answer.ok ? 'privacy.saved' : saidOf[answer.why];
  }
  return {
    value,
    saved,
    isChanged,
    isBusy,
    canUndo,
    said,
    epoch,
    change,
    replace,
    settle(part) {
      value.value = { ...value.value, ...part };
      saved.value = { ...saved.value, ...part };
      before.value = before.value.map((one) => ({ ...one, ...part }));
    },
    discard: () => replace(saved.value),
    save() {
      const [old, next] = [saved.value, value.value];
      void send(next, () => {
        saved.value = next;
        before.value = [...before.value, old];
      });
    },
    undo() {
      const old = before.value.at(-1);
      if (old === undefined) return;
      void send(old, () => {
        saved.value = old;
        replace(old);
        before.value = before.value.slice(0, -1);
      });
    },
  };
}

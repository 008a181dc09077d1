import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../../account/admin-api.ts';

interface List<T> {
  items: ReadonlySignal<readonly T[]>;
  isFailed: ReadonlySignal<boolean>;
  reload(): void;
  /** Waits for what is done, and reads anew. */
  after(done: Promise<Answer<unknown>>): Promise<void>;
}

/** Something of the relay's that is read when it is first shown, and after each change. */
export function useList<T>(read: () => Promise<Answer<T[]>>): List<T> {
  const items = useSignal<readonly T[]>([]);
  const isFailed = useSignal(false);
  const load = async () => {
    const answer = await read();
    if (answer.ok) items.value = answer.value;
    else isFailed.value = true;
  };
  useEffect(() => void load(), []);
  return {
    items,
    isFailed,
    reload() {
      isFailed.value = false;
      void load();
    },
    async after(done) {
      isFailed.value = !(await done).ok;
      await load();
    },
  };
}

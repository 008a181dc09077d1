import { type ReadonlySignal, signal } from '@preact/signals';
import type { ScreenQuality } from '../../shared/protocol/media.ts';
import { type SignIn, store } from '../platform/store.ts';

export interface HostQuality {
  readonly now: ReadonlySignal<ScreenQuality>;
  choose(quality: ScreenQuality): void;
}

/** How this host wants screens sent, kept in this browser for them and their site. */
export async function createHostQuality({ relay, name }: Pick<SignIn, 'relay' | 'name'>): Promise<HostQuality> {
  const key = `${relay} ${name}`;
  const now = signal<ScreenQuality>((await store.screenQuality.get())?.[key] ?? 'standard');
  store.screenQuality.onChange(() => {
    void store.screenQuality.get().then((kept) => (now.value = kept?.[key] ?? 'standard'));
  });
  return {
    now,
    choose(quality) {
      now.value = quality;
      void store.screenQuality.get().then((kept) => store.screenQuality.set({ ...kept, [key]: quality }));
    },
  };
}

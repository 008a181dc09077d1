import { computed } from '@preact/signals';
import { mount } from '../../shared/browser/ui/mount.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { callAttention } from '../platform/call-attention.ts';
import { store } from '../platform/store.ts';
import { createHostDesk } from './create-host-desk.ts';
import { DeskWindow } from './desk-window.tsx';
import { ringWhile } from './ring-while.ts';

const signIn = await store.signIn.get();
document.title = t('desk.title');
if (signIn) {
  const life = new AbortController();
  const desk = createHostDesk({ signIn, signal: life.signal });
  const rings = computed(() => (desk.view.value?.offers.length ?? 0) > 0);
  callAttention(rings);
  ringWhile(rings);
  store.signIn.onChange(() => window.close(), life.signal);
  mount(<DeskWindow host={signIn} desk={desk} />);
} else {
  mount(<p class="page hint">{t('popup.signIn')}</p>);
}

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { limits } from '../../protocol/limits.ts';
import type { OwnShowing } from '../showing/own-showing.ts';
import { t } from '../ui/i18n.ts';
import { PageChooser } from './page-chooser.tsx';
import type { PageChoice, PageList, PageSharing } from './page-sharing.ts';

interface Props {
  showing: OwnShowing;
  sharing: PageSharing;
}

/** Shows one more of the open tabs; and whether those that shown pages open are shown without a question. */
export function AddTab({ showing, sharing }: Props) {
  const isChoosing = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const also = showing.proposed.value?.also;
  const isFull = showing.tabs.value.length >= limits.tabsAtOnce;
  const close = () => {
    isChoosing.value = false;
    opener.current?.focus();
  };
  return (
    <div class="stack">
      <div class="row">
        <button
          type="button"
          ref={opener}
          disabled={isFull}
          aria-expanded={isChoosing.value}
          onClick={() => (isChoosing.value = !isChoosing.value)}
        >
          {t('assist.addTab')}
        </button>
        {isFull && <span class="hint">{t('assist.tooManyTabs', { count: limits.tabsAtOnce })}</span>}
      </div>
      {isChoosing.value && !isFull && <Choice showing={showing} sharing={sharing} onClose={close} />}
      {also && (
        <label class="check">
          <input
            type="checkbox"
            checked={also.value}
            onChange={(event) => (also.value = event.currentTarget.checked)}
          />
          <span>{t('assist.alsoOpened')}</span>
        </label>
      )}
    </div>
  );
}

function Choice({ showing, sharing, onClose }: Props & { onClose: () => void }) {
  const list = useSignal<PageList | null>(null);
  const chosen = useSignal<PageChoice | null>(null);
  const add = () => {
    if (chosen.value) showing.add(chosen.value.id);
    onClose();
  };
  return (
    <div class="stack">
      <PageChooser
        sharing={{ pages: showing.choices, askAccess: sharing.askAccess }}
        none="assist.noOtherTab"
        list={list}
        chosen={chosen}
      />
      <div class="row">
        <button type="button" class="primary" disabled={!chosen.value} onClick={add}>
          {t('assist.showTab')}
        </button>
        <button type="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </div>
  );
}

import { useId } from 'preact/hooks';
import type { ProposedTabs } from '../showing/proposed-tabs.ts';
import { t } from '../ui/i18n.ts';
import { useArmed } from './answer-time.ts';
import type { OpenedPage } from './page-sharing.ts';

interface Props {
  page: OpenedPage;
  proposed: ProposedTabs;
  /** The viewer's. */
  hostName: string;
}

/** A shown page has opened another: it is shown only if its owner says so. */
export function ProposedTab({ page, proposed, hostName }: Props) {
  const id = useId();
  const armed = useArmed();
  return (
    <div class="proposed" role="group" aria-labelledby={`${id}-title`} data-proposed>
      <strong id={`${id}-title`}>{t('assist.opened', { host: hostName })}</strong>
      <span>
        {page.title} <span class="hint">{page.origin}</span>
      </span>
      <div class="row">
        <button type="button" class="primary" disabled={!armed.value} onClick={() => proposed.allow(page)}>
          {t('consent.allow')}
        </button>
        <button type="button" disabled={!armed.value} onClick={() => proposed.refuse(page)}>
          {t('assist.notNow')}
        </button>
      </div>
    </div>
  );
}

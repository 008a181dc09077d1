import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { Notice } from '../../shared/browser/cobrowse/host-cobrowse.ts';
import { type MessageKey, t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';

const texts: Record<Notice['code'], MessageKey> = {
  covered: 'notice.covered',
  gone: 'notice.gone',
  stale: 'notice.stale',
  private: 'notice.private',
  suspended: 'notice.suspended',
  impossible: 'notice.impossible',
  'other-origin-frame': 'notice.otherOriginFrame',
  'not-granted': 'notice.notGranted',
  lapsed: 'notice.notGranted',
  'left-origin': 'notice.leftOrigin',
  damaged: 'notice.damaged',
};

const shownForMs = 5_000;

/** Why an input was not carried out, or what went wrong. */
export function Notices({ session }: { session: ConsoleSession }) {
  const mirror = session.cobrowse.value;
  const notice = mirror?.notice.value;
  const name = session.customer.value?.name ?? '';
  const past = useSignal(0);
  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(() => (past.value = notice.number), shownForMs);
    return () => clearTimeout(timer);
  }, [notice]);

  return (
    <div class="notices" role="status">
      {session.problem.value && <p class="problem">{session.problem.value}</p>}
      {mirror?.suspended.value ? (
        <p class="tag warn" data-notice="suspended">
          {t('notice.suspended', { name })}
        </p>
      ) : (
        notice &&
        notice.number > past.value && (
          <p class="tag warn" data-notice={notice.code}>
            {t(texts[notice.code], { name })}
          </p>
        )
      )}
    </div>
  );
}

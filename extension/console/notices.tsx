import type { Notice } from '../../shared/browser/cobrowse/host-cobrowse.ts';
import { useFreshNotice } from '../../shared/browser/showing/fresh-notice.ts';
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

/** Why an input was not carried out, or what went wrong. */
export function Notices({ session }: { session: ConsoleSession }) {
  const mirror = session.cobrowse.value;
  const notice = useFreshNotice(mirror);
  const name = session.customer.value?.name ?? '';

  return (
    <div class="notices" role="status">
      {session.problem.value && <p class="problem">{session.problem.value}</p>}
      {mirror?.suspended.value ? (
        <p class="tag warn" data-notice="suspended">
          {t('notice.suspended', { name })}
        </p>
      ) : (
        notice && (
          <p class="tag warn" data-notice={notice.code}>
            {t(texts[notice.code], { name })}
          </p>
        )
      )}
    </div>
  );
}

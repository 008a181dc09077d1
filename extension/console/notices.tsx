import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';
import { noticeText } from './notice-text.ts';

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
            {noticeText(notice.code, name)}
          </p>
        )
      )}
    </div>
  );
}

import { useFreshNotice } from '../../shared/browser/showing/fresh-notice.ts';
import { noticeText } from '../../shared/browser/showing/notice-text.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';
import { TroubleNotice } from './trouble-notice.tsx';

/** Why an input was not carried out, or what went wrong. */
export function Notices({ session }: { session: ConsoleSession }) {
  const mirror = session.cobrowse.value;
  const notice = useFreshNotice(mirror);
  const name = session.customer.value?.name ?? '';

  return (
    <div class="notices" role="status">
      <TroubleNotice session={session} />
      {session.recording.failure.value && (
        <p class="problem">{t(`recording.failed.${session.recording.failure.value}`)}</p>
      )}
      {session.problem.value && <p class="problem">{session.problem.value}</p>}
      {mirror?.suspended.value ? (
        <p class="tag warn" data-notice="suspended">
          {t('notice.suspended', { name })}
        </p>
      ) : (
        notice && (
          <p class="tag warn" data-notice={notice.code}>
            {noticeText(notice.code, name)}
          </p>
        )
      )}
    </div>
  );
}

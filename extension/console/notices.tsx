import { type MessageKey, t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';

const texts: Record<string, MessageKey> = {
  covered: 'notice.covered',
  gone: 'notice.gone',
  stale: 'notice.stale',
  private: 'notice.private',
  suspended: 'notice.suspended',
  resumed: 'notice.resumed',
  'left-origin': 'notice.leftOrigin',
};

/** Why an input was not carried out, or what went wrong. */
export function Notices({ session }: { session: ConsoleSession }) {
  const notice = session.cobrowse.value?.notice.value;
  const name = session.customer.value?.name ?? '';
  return (
    <div class="notices" aria-live="polite">
      {session.problem.value && <p class="problem">{session.problem.value}</p>}
      {notice && (
        <p class="tag warn" data-notice={notice.code}>
          {t(texts[notice.code] ?? 'notice.refused', { name })}
        </p>
      )}
    </div>
  );
}

import { ShownCard } from '../../shared/browser/assist/shown-card.tsx';
import { ShownScreens } from '../../shared/browser/screen/shown-screens.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { ConsoleSession } from './console-session.ts';

/** What of the host's is shown, to whom, and Stop: on every tab of the console. */
export function ShowingBar({ session, stopKey }: { session: ConsoleSession; stopKey: string | null }) {
  const { own } = session;
  const shown = own.shown.value;
  const notice = own.notice.value;
  return (
    <div class="showing-bar">
      {shown && (
        <ShownCard
          showing={own}
          shown={shown}
          stopHint={stopKey && t('console.stopKey', { key: stopKey })}
          sharing={own.sharing}
        />
      )}
      <ShownScreens
        screens={session.screens.own}
        control={session.screens.control}
        drawings={session.screens.drawings}
        stopHint={stopKey && t('console.stopKey', { key: stopKey })}
        showsProblem
      />
      {notice && (
        <p class="problem" role="status">
          {t(notice, { count: limits.tabsAtOnce })}
        </p>
      )}
    </div>
  );
}

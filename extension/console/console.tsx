import { useEffect } from 'preact/hooks';
import { withUnread } from '../../shared/browser/chat/with-unread.ts';
import { formatSessionNumber } from '../../shared/protocol/session-number.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleProps } from './console-props.ts';
import { Dashboard } from './dashboard.tsx';
import { SessionList } from './multi/session-list.tsx';
import { TrayPlace } from './tray/tray-place.tsx';

/** The console in the layout that the host has chosen. The sessions are the same in all three. */
export function Console(props: ConsoleProps) {
  const { window, elsewhere, quality, stopKey } = props;
  const layout = window.layout.value;
  const front = window.front.value;
  const number = front?.invitation.number.value;
  const name = front?.session.customer.value?.name;
  const isMulti = layout === 'multi';
  const unread = window.held.value.reduce((sum, { session }) => sum + session.chat.unread.value, 0);
  useEffect(() => {
    const title = isMulti
      ? t('multi.title')
      : (name ??
        (number ? t('console.title', { number: formatSessionNumber(number.sessionNumber) }) : t('console.titlePlain')));
    document.title = withUnread(title, unread);
  }, [isMulti, name, number, unread]);

  if (layout === 'tray') return <TrayPlace {...props} />;
  const hasList = isMulti || window.held.value.length > 1;
  return (
    <div class={hasList ? 'console has-list' : 'console'} data-layout={layout}>
      {hasList && <SessionList window={window} elsewhere={elsewhere} />}
      <Dashboard window={window} quality={quality} stopKey={stopKey} />
    </div>
  );
}

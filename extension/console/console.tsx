import { useEffect } from 'preact/hooks';
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
  useEffect(() => {
    document.title = isMulti
      ? t('multi.title')
      : (name ??
        (number ? t('console.title', { number: formatSessionNumber(number.sessionNumber) }) : t('console.titlePlain')));
  }, [isMulti, name, number]);

  if (layout === 'tray') return <TrayPlace {...props} />;
  const hasList = isMulti || window.held.value.length > 1;
  return (
    <div class={hasList ? 'console has-list' : 'console'} data-layout={layout}>
      {hasList && <SessionList window={window} elsewhere={elsewhere} />}
      <Dashboard window={window} quality={quality} stopKey={stopKey} />
    </div>
  );
}

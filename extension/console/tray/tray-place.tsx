import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleProps } from '../console-props.ts';
import { TrayView } from './tray-view.tsx';

/** The tray in the console's own window; or a word that it is in the one on top. */
export function TrayPlace(props: ConsoleProps) {
  const { tray } = props;
  useEffect(() => () => tray.bringBack(), []);
  const keepOnTop = () => void tray.putOnTop(<TrayView {...props} keepOnTop={keepOnTop} />);
  if (!tray.isOnTop.value) return <TrayView {...props} keepOnTop={keepOnTop} />;
  return (
    <div class="tray-away">
      <p>{t('tray.isOnTop')}</p>
      <button type="button" onClick={() => tray.bringBack()}>
        {t('tray.bringBack')}
      </button>
    </div>
  );
}

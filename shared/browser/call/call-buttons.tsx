import { t } from '../ui/i18n.ts';
import type { OwnCall } from './create-call.ts';
import { DeviceButton } from './device-button.tsx';
import { Icon } from './icon.tsx';

/** Where there is no call: to begin one, and to choose and try devices first. */
export function CallButtons({ call }: { call: OwnCall }) {
  const view = call.view.value;
  if (view.kind !== 'none' || !view.canCall || call.entering.value) return null;
  return (
    <div class="call-buttons">
      <button type="button" onClick={() => call.enter('voice')}>
        <Icon shape="phone" /> {t('call.voice')}
      </button>
      <button type="button" onClick={() => call.enter('video')}>
        <Icon shape="camera" /> {t('call.video')}
      </button>
      <DeviceButton call={call} />
    </div>
  );
}

import { t } from '../ui/i18n.ts';
import type { OwnCall } from './create-call.ts';
import { DeviceButton } from './device-button.tsx';
import { Icon } from './icon.tsx';

/** One's own microphone and camera, and the way out. What is off looks off, and says so. */
export function CallControls({ call }: { call: OwnCall }) {
  const { own } = call;
  const microphone = own.microphone.value;
  const hasCamera = own.video.value !== null;
  const speak = () => (microphone === 'none' ? void own.turnOn('microphone') : own.mute(microphone === 'on'));
  const micText = t(microphone === 'on' ? 'call.mute' : microphone === 'muted' ? 'call.unmute' : 'call.microphoneOn');
  const cameraText = t(hasCamera ? 'call.cameraOff' : 'call.cameraOn');
  return (
    <div class="call-controls" role="toolbar" aria-label={t('call.tools')}>
      <button
        type="button"
        class={`call-round ${microphone === 'on' ? '' : 'is-off'}`}
        aria-label={micText}
        title={micText}
        onClick={speak}
      >
        <Icon shape={microphone === 'on' ? 'microphone' : 'muted'} />
      </button>
      <button
        type="button"
        class={`call-round ${hasCamera ? '' : 'is-off'}`}
        aria-label={cameraText}
        title={cameraText}
        onClick={() => (hasCamera ? own.turnOff('camera') : void own.turnOn('camera'))}
      >
        <Icon shape={hasCamera ? 'camera' : 'cameraOff'} />
      </button>
      <DeviceButton call={call} />
      <button type="button" class="danger call-leave" onClick={() => call.leave()}>
        <Icon shape="hangUp" /> {t('call.leave')}
      </button>
    </div>
  );
}

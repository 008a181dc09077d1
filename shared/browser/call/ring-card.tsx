import { useId } from 'preact/hooks';
import { useArmed } from '../assist/answer-time.ts';
import { t } from '../ui/i18n.ts';
import type { CallView } from './call-view.ts';
import type { OwnCall } from './create-call.ts';
import { DeviceButton } from './device-button.tsx';
import { Icon } from './icon.tsx';

/** Somebody calls. A click that was meant for something else answers nothing. */
export function RingCard({ call, view }: { call: OwnCall; view: Extract<CallView, { kind: 'rung' }> }) {
  const id = useId();
  const armed = useArmed();
  return (
    <section
      class="call-card call-rings"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-what`}
      data-call="rung"
      data-ring={call.ring.value}
    >
      <span class="call-pulse" aria-hidden="true">
        <Icon shape={view.medium === 'video' ? 'camera' : 'phone'} />
      </span>
      <div class="call-rings-text">
        <h2 id={`${id}-title`}>
          {t(view.medium === 'video' ? 'call.ringsVideo' : 'call.ringsVoice', { name: view.caller })}
        </h2>
        <p id={`${id}-what`} class="hint">
          {t('call.ringsHint')} {call.ring.value === 'blocked' && t('call.ringBlocked')}
        </p>
      </div>
      <DeviceButton call={call} />
      <div class="row">
        <button type="button" class="primary" disabled={!armed.value} onClick={() => call.enter('voice')}>
          <Icon shape="phone" /> {t('call.answerVoice')}
        </button>
        <button type="button" disabled={!armed.value} onClick={() => call.enter('video')}>
          <Icon shape="camera" /> {t('call.answerVideo')}
        </button>
        <button type="button" class="danger" disabled={!armed.value} onClick={() => call.decline()}>
          <Icon shape="hangUp" /> {t('call.decline')}
        </button>
      </div>
    </section>
  );
}

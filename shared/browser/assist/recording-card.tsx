import { RecordingBadge } from '../recording/recording-badge.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { t } from '../ui/i18n.ts';
import type { OwnRecording } from './own-recording.ts';

interface Props {
  recording: OwnRecording;
  relayNow: () => number;
  onLeave: () => void;
}

/** That the session is recorded, since when, and the way to end that. */
export function RecordingCard({ recording, relayNow, onLeave }: Props) {
  const now = recording.now.value;
  const failure = recording.failure.value;
  const rule = recording.rule.value;
  const isAutomatic = now ? now.isAutomatic : rule?.mode === 'automatic';
  const mayRefuse = !isAutomatic || rule?.customerMayRefuse !== false;
  const mayTakeBack = !now && mayRefuse && recording.isAllowed.value;
  // What is to be said aloud needs a place that was there before; it takes no room.
  const isQuiet = !now && !mayTakeBack && !failure;
  return (
    <div class={isQuiet ? 'visually-hidden' : 'stack'} data-recorded={now ? '' : undefined}>
      <div class="row">
        <RecordingBadge recorded={recording} relayNow={relayNow} />
        {now && mayRefuse && (
          <button type="button" data-takes-away onClick={() => recording.stop()}>
            {t('recording.stopOwn')}
          </button>
        )}
        {mayTakeBack && (
          <button type="button" data-takes-away onClick={() => recording.stop()}>
            {t('recording.takeBack')}
          </button>
        )}
        {now && !mayRefuse && (
          <span data-takes-away>
            <ConfirmButton
              label={t('recording.stopAndLeave')}
              title={t('recording.leaveTitle')}
              text={t('recording.leaveText')}
              onConfirm={onLeave}
            />
          </span>
        )}
      </div>
      {now && <p class="hint">{t(now.phase === 'on' ? 'recording.said' : 'recording.saidPaused')}</p>}
      {mayTakeBack && <p class="hint">{t('recording.saidAllowed')}</p>}
      {failure && (
        <p class="problem" role="status">
          {t(`recording.failed.${failure}`)}
        </p>
      )}
    </div>
  );
}

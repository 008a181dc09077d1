import { useComputed } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import type { DeviceKind } from './chosen-devices.ts';
import type { OwnCall } from './create-call.ts';
import { DeviceProblemText } from './device-problem-text.tsx';
import { LevelMeter } from './level-meter.tsx';
import { useTrial } from './trial.ts';
import { VideoOf } from './video-of.tsx';

interface Props {
  call: OwnCall;
  onClose: () => void;
}

/** Which devices; what they hear and see is shown. Nothing is turned on by opening it. */
export function DeviceDialog({ call, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const trial = useTrial(call);
  const camera = useComputed(() => trial.media.video.value && new MediaStream([trial.media.video.value]));
  useEffect(() => {
    dialog.current?.showModal();
    void call.devices.look();
  }, []);
  const audio = trial.media.audio.value;
  return (
    <dialog ref={dialog} class="call-devices" aria-labelledby={`${id}-title`} onClose={onClose}>
      <div class="stack">
        <h2 id={`${id}-title`}>{t('call.devices')}</h2>
        <Choice call={call} kind="microphone" onChoose={trial.use} />
        {audio ? (
          <LevelMeter track={audio} />
        ) : (
          <button type="button" onClick={() => trial.turnOn('microphone')}>
            {t('call.tryMicrophone')}
          </button>
        )}
        <Choice call={call} kind="camera" onChoose={trial.use} />
        {camera.value ? (
          <VideoOf stream={camera.value} label={t('call.preview')} mirrored />
        ) : (
          <button type="button" onClick={() => trial.turnOn('camera')}>
            {t(trial.isLive ? 'call.cameraOn' : 'call.tryCamera')}
          </button>
        )}
        {call.devices.all.value.speaker.length > 0 && <Choice call={call} kind="speaker" onChoose={trial.use} />}
        <DeviceProblemText problem={trial.media.problem.value} />
        <p class="hint">{t(trial.isLive ? 'call.devicesLive' : 'call.devicesTrial')}</p>
        <div class="row">
          <button type="button" class="primary" onClick={() => dialog.current?.close()}>
            {t('common.close')}
          </button>
        </div>
      </div>
    </dialog>
  );
}

interface ChoiceProps {
  call: OwnCall;
  kind: DeviceKind;
  onChoose: (kind: DeviceKind, id: string) => void;
}

function Choice({ call, kind, onChoose }: ChoiceProps) {
  const id = useId();
  const all = call.devices.all.value[kind];
  const chosen = call.devices.chosen.value[kind];
  return (
    <div class="field">
      <label for={id}>{t(`call.${kind}`)}</label>
      <select
        id={id}
        disabled={all.length === 0}
        value={all.some((one) => one.id === chosen) ? chosen : all[0]?.id}
        onChange={(event) => onChoose(kind, event.currentTarget.value)}
      >
        {all.length === 0 && <option>{t('call.unnamedDevice', { number: 1 })}</option>}
        {all.map((one, index) => (
          <option key={one.id} value={one.id}>
            {one.label || t('call.unnamedDevice', { number: index + 1 })}
          </option>
        ))}
      </select>
    </div>
  );
}

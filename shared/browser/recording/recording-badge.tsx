import { recordedMs } from '../../session/recording.ts';
import { durationText, t } from '../ui/i18n.ts';
import { useNow } from '../ui/use-now.ts';
import type { Recorded } from './recorded.ts';
import './recording.css';

interface Props {
  recorded: Recorded;
  relayNow: () => number;
}

/** A red dot and the time that has been recorded. Its coming, its pause and its end are said; the seconds are not. */
export function RecordingBadge({ recorded, relayNow }: Props) {
  const recording = recorded.now.value;
  return (
    <span role="status" data-recording={recording?.phase ?? 'off'}>
      {recording && (
        <span class={`tag recording-badge ${recording.phase === 'on' ? 'bad' : 'warn'}`}>
          <span class="recording-dot" aria-hidden="true" />
          {t(recording.phase === 'on' ? 'recording.on' : 'recording.paused')}
          <Running recording={recording} relayNow={relayNow} />
        </span>
      )}
    </span>
  );
}

function Running({ recording, relayNow }: { recording: Parameters<typeof recordedMs>[0]; relayNow: () => number }) {
  // Looked at each second.
  void useNow().value;
  return (
    <span class="recording-time" role="timer">
      {durationText(recordedMs(recording, relayNow()))}
    </span>
  );
}

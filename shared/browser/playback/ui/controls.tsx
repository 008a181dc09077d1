import { speeds } from '../playback-clock.ts';
import type { Playback } from '../playback.ts';
import { t } from './say.ts';
import { timeText } from './time-text.ts';

/** Play, speed, and where it is. */
export function Controls({ playback }: { playback: Playback }) {
  const { at, isPlaying, speed } = playback.clock.value;
  const { durationMs } = playback;
  return (
    <div class="playback-controls row">
      <button type="button" aria-label={t('playback.back10')} onClick={() => void playback.seek(at - 10_000)}>
        −10
      </button>
      <button type="button" class="primary playback-play" onClick={() => playback.toggle()}>
        {t(isPlaying ? 'playback.pause' : 'playback.play')}
      </button>
      <button type="button" aria-label={t('playback.on10')} onClick={() => void playback.seek(at + 10_000)}>
        +10
      </button>
      <span class="playback-time">
        {timeText(at)} / {timeText(durationMs)}
      </span>
      <label class="inline-label">
        {t('playback.speed')}
        <select value={String(speed)} onChange={(event) => playback.setSpeed(Number(event.currentTarget.value))}>
          {speeds.map((one) => (
            <option key={one} value={String(one)}>
              {one}×
            </option>
          ))}
        </select>
      </label>
      <label class="inline-label">
        <input
          type="checkbox"
          checked={playback.skips.value}
          onChange={(event) => (playback.skips.value = event.currentTarget.checked)}
        />
        {t('playback.skip')}
      </label>
    </div>
  );
}

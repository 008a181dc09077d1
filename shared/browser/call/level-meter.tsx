import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import { listenLevel } from './listen-level.ts';

const lookEveryMs = 80;
/** It rises at once and falls slowly, as people expect of it. */
const falls = 0.85;
/** Speech is about a tenth of what a microphone could give; the bar shows it at two thirds. */
const shown = (level: number) => Math.min(100, Math.round(Math.sqrt(level) * 200));

/** How loud the microphone hears just now. */
export function LevelMeter({ track }: { track: MediaStreamTrack }) {
  const level = useSignal(0);
  useEffect(() => {
    const heard = listenLevel(track);
    const look = () => (level.value = Math.max(shown(heard.level()), Math.round(level.peek() * falls)));
    const timer = setInterval(look, lookEveryMs);
    return () => {
      clearInterval(timer);
      heard.stop();
    };
  }, [track]);
  return (
    <div
      class="level-meter"
      role="meter"
      aria-label={t('call.level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={level.value}
    >
      <div style={{ width: `${level.value}%` }} />
    </div>
  );
}

import { type ReadonlySignal, signal as createSignal } from '@preact/signals';

/** `blocked`: the browser plays nothing before the person has used the page; it rings from the next click or key on. */
export type Ring = 'quiet' | 'blocked' | 'sounding';

const everySeconds = 2.8;
/** Two soft notes, seconds after the beginning and hertz. */
const notes = [
  [0, 523],
  [0.28, 659],
] as const;
const noteSeconds = 0.5;
const softly = 0.09;

/** A soft ring until the signal aborts. */
export function ringTone(until: AbortSignal): ReadonlySignal<Ring> {
  const ring = createSignal<Ring>('quiet');
  const context = new AudioContext();
  const tell = () => (ring.value = context.state === 'running' ? 'sounding' : 'blocked');

  function chime(): void {
    tell();
    if (context.state !== 'running') return;
    for (const [after, frequency] of notes) {
      const from = context.currentTime + after;
      const tone = new OscillatorNode(context, { frequency });
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, from);
      gain.gain.linearRampToValueAtTime(softly, from + 0.03);
      gain.gain.exponentialRampToValueAtTime(0.001, from + noteSeconds);
      tone.connect(gain).connect(context.destination);
      tone.start(from);
      tone.stop(from + noteSeconds);
    }
  }
  const wake = () => void context.resume().catch(() => undefined);
  context.addEventListener('statechange', chime);
  for (const type of ['pointerdown', 'click', 'keydown']) addEventListener(type, wake, { signal: until });
  chime();
  wake();
  const timer = setInterval(chime, everySeconds * 1000);

  until.addEventListener('abort', () => {
    clearInterval(timer);
    context.removeEventListener('statechange', chime);
    ring.value = 'quiet';
    void context.close();
  });
  return ring;
}

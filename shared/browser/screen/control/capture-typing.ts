import { keyPlan } from './key-plan.ts';
import type { BareInput } from './screen-hands.ts';
import { textPieces } from './text-pieces.ts';

interface Deps {
  /** Has the focus while the viewer controls: input methods and pasting need a field. */
  field: HTMLTextAreaElement;
  send(input: BareInput): void;
  leave(): void;
  signal: AbortSignal;
}

const leaveWithinMs = 600;

/** Turns the viewer's keys, input methods and pasting into input, until `signal` aborts. Escape twice leaves. */
export function captureTyping({ field, send, leave, signal }: Deps): void {
  const options = { signal };
  /** What went as a key must come up as one, whatever the modifiers are by then. */
  const down = new Map<string, string>();
  let escapedAt = -Infinity;

  const type = (text: string) => {
    for (const piece of textPieces(text)) send({ type: 'screen.text', text: piece });
  };

  function isLeaving({ key, repeat, timeStamp }: KeyboardEvent): boolean {
    if (key !== 'Escape' || repeat) {
      escapedAt = -Infinity;
      return false;
    }
    const isSecond = timeStamp - escapedAt < leaveWithinMs;
    escapedAt = timeStamp;
    return isSecond;
  }

  field.addEventListener(
    'keydown',
    (event) => {
      const plan = keyPlan(event);
      if (isLeaving(event)) return leave();
      if (plan === 'own') return;
      event.preventDefault();
      if (plan === 'text') return type(event.key);
      // What is held repeats by itself there.
      if (event.repeat) return;
      const { key, code } = event;
      down.set(code, key);
      send({ type: 'screen.key', action: 'down', key, code });
    },
    options,
  );
  field.addEventListener(
    'keyup',
    ({ code }) => {
      const key = down.get(code);
      if (key === undefined) return;
      down.delete(code);
      send({ type: 'screen.key', action: 'up', key, code });
    },
    options,
  );
  field.addEventListener('blur', () => down.clear(), options);
  field.addEventListener(
    'paste',
    (event) => {
      event.preventDefault();
      type(event.clipboardData?.getData('text/plain') ?? '');
    },
    options,
  );
  field.addEventListener(
    'compositionend',
    ({ data }) => {
      field.value = '';
      type(data);
    },
    options,
  );
  // A dead key or an on-screen keyboard types without a key event that says what.
  field.addEventListener(
    'input',
    (event) => {
      if ((event as InputEvent).isComposing) return;
      const text = field.value;
      field.value = '';
      type(text);
    },
    options,
  );
}

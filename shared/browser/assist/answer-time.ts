import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { limits } from '../../protocol/limits.ts';
import { type AskedOnce, secondsLeft } from './question.ts';

/** False in the first 800 ms, so that a click meant for something else answers no question that has just come. */
export function useArmed(): ReadonlySignal<boolean> {
  const armed = useSignal(false);
  useEffect(() => {
    const arm = setTimeout(() => (armed.value = true), limits.answerArmedAfterMs);
    return () => clearTimeout(arm);
  }, []);
  return armed;
}

/**
 * When a question can be answered: not at once, and until its time is over. Each question is shown anew, by its key.
 */
export function useAnswerTime(
  question: AskedOnce,
  relayNow: () => number,
): { armed: ReadonlySignal<boolean>; left: ReadonlySignal<number> } {
  const armed = useArmed();
  const left = useSignal(secondsLeft(question, relayNow()));
  useEffect(() => {
    const tick = setInterval(() => (left.value = secondsLeft(question, relayNow())), 250);
    return () => clearInterval(tick);
  }, [question.requestId]);
  return { armed, left };
}

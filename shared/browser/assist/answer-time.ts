import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { limits } from '../../protocol/limits.ts';
import { type Question, secondsLeft } from './question.ts';

/**
 * When a question can be answered: not in the first 800 ms, so that a click meant for something else cannot
 * answer it, and until its time is over.
 */
export function useAnswerTime(
  question: Question,
  relayNow: () => number,
): { armed: ReadonlySignal<boolean>; left: ReadonlySignal<number> } {
  const armed = useSignal(false);
  const left = useSignal(secondsLeft(question, relayNow()));
  useEffect(() => {
    const arm = setTimeout(() => (armed.value = true), limits.answerArmedAfterMs);
    const tick = setInterval(() => (left.value = secondsLeft(question, relayNow())), 250);
    return () => {
      clearTimeout(arm);
      clearInterval(tick);
    };
  }, [question.requestId]);
  return { armed, left };
}

import { replaced, without } from '../fields/in-list.ts';
import { t } from '../say.ts';
import { fromClock, toClock } from './clock-text.ts';
import { nextSpan, type Spans } from './new-hours.ts';

interface Props {
  /** Of the day, for screen readers. */
  name: string;
  spans: Spans;
  onChange: (spans: Spans) => void;
}

const mostSpans = 6;

/** When it is open on one day. */
export function SpansField({ name, spans, onChange }: Props) {
  const put = (at: number, part: 'from' | 'to', text: string) => {
    const span = spans[at];
    const minute = fromClock(text, part === 'to');
    if (span && minute !== null) onChange(replaced(spans, at, { ...span, [part]: minute }));
  };
  return (
    <div class="spans">
      {spans.length === 0 && <span class="hint">{t('hours.closed')}</span>}
      {spans.map(({ from, to }, at) => (
        <span key={at} class="span">
          <input
            type="time"
            aria-label={t('hours.from', { name })}
            aria-invalid={from >= to}
            value={toClock(from)}
            onChange={(event) => put(at, 'from', event.currentTarget.value)}
          />
          –
          <input
            type="time"
            aria-label={t('hours.to', { name })}
            aria-invalid={from >= to}
            value={toClock(to)}
            onChange={(event) => put(at, 'to', event.currentTarget.value)}
          />
          <button
            type="button"
            class="quiet"
            aria-label={t('hours.removeSpan', { name, from: toClock(from), to: toClock(to) })}
            onClick={() => onChange(without(spans, at))}
          >
            ✕
          </button>
        </span>
      ))}
      {spans.length < mostSpans && (
        <button
          type="button"
          class="quiet"
          aria-label={t('hours.addSpan', { name })}
          onClick={() => onChange([...spans, nextSpan(spans)])}
        >
          + {t('hours.add')}
        </button>
      )}
    </div>
  );
}

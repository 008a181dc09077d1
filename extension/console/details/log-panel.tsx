import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { WatchedDetails } from '../../../shared/browser/details/watched-details.ts';
import { clockTime, t } from '../../../shared/browser/ui/i18n.ts';
import { pageLogKinds, type PageLogKind } from '../../../shared/protocol/page-log.ts';
import { printAlone } from './print-alone.ts';

interface Props {
  details: WatchedDetails;
  /** It is being told at the moment. */
  isOn: boolean;
}

/** What the shown page writes for its developers, and its requests that fail. */
export function LogPanel({ details, isOn }: Props) {
  const only = useSignal<PageLogKind | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const all = details.lines.value;
  const lines = only.value === null ? all : all.filter(({ kind }) => kind === only.value);
  useEffect(() => list.current?.scrollTo({ top: list.current.scrollHeight }), [lines.length]);
  if (!isOn && all.length === 0) return null;
  return (
    <details class="details-panel" open data-print-alone>
      <summary>
        <h2>{t('log.title')}</h2> {isOn && <span class="tag good">{t('log.live')}</span>}
      </summary>
      <p class="row">
        <select
          aria-label={t('log.show')}
          value={only.value ?? ''}
          onChange={(event) => (only.value = pageLogKinds.find((kind) => kind === event.currentTarget.value) ?? null)}
        >
          <option value="">{t('log.all')}</option>
          {pageLogKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`log.${kind}`)}
            </option>
          ))}
        </select>
        <button type="button" disabled={all.length === 0} onClick={details.clearLog}>
          {t('log.clear')}
        </button>
        <button type="button" disabled={lines.length === 0} onClick={(event) => printAlone(event.currentTarget)}>
          {t('details.print')}
        </button>
      </p>
      {lines.length === 0 && <p class="hint">{t('log.empty')}</p>}
      {details.dropped.value > 0 && <p class="hint">{t('log.dropped', { count: details.dropped.value })}</p>}
      <ol class="log-lines" ref={list} aria-label={t('log.title')}>
        {lines.map((line, at) => (
          <li key={at} class={`log-${line.kind}`}>
            <time class="hint">{clockTime(line.at)}</time> <strong>{t(`log.${line.kind}`)}</strong>{' '}
            {line.status !== null && <span class="tag">{line.status || t('log.noAnswer')}</span>} {line.text}
            {line.address && <span class="hint"> {line.address}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}

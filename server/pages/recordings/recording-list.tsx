import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/browser/playback/ui/say.ts';
import { timeText } from '../../../shared/browser/playback/ui/time-text.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { dayAndTime, errorText } from '../../../shared/browser/ui/i18n.ts';
import type { RecordingRow } from '../../../shared/protocol/playback.ts';
import { AccessCard } from './access-card.tsx';
import type { RecordingsApi } from './recordings-api.ts';

interface Props {
  api: RecordingsApi;
  onSignedOut: () => void;
}

/** Recordings, newest first; with `?session=ID` those of one session. */
export function RecordingList({ api, onSignedOut }: Props) {
  const rows = useSignal<readonly RecordingRow[] | null>(null);
  const next = useSignal<number | null>(null);
  const problem = useSignal<string | null>(null);
  const load = async (before: number | null) => {
    const query = new URLSearchParams();
    const session = new URLSearchParams(location.search).get('session');
    if (session) query.set('sessionId', session);
    if (before !== null) query.set('before', String(before));
    const answer = await api.list(query);
    if (!answer.ok && answer.code === 'auth.required') return onSignedOut();
    problem.value = answer.ok ? null : errorText(answer.code);
    if (!answer.ok) return undefined;
    rows.value = [...(before === null ? [] : (rows.value ?? [])), ...answer.value.rows];
    next.value = answer.value.next;
    return undefined;
  };
  useEffect(() => void load(null), []);
  const now = rows.value;
  return (
    <div class="recordings">
      <Brand />
      <h1>{t('playback.title')}</h1>
      {problem.value && (
        <p class="problem row" role="alert">
          {problem.value}
          <button type="button" onClick={() => void load(null)}>
            {t('playback.retry')}
          </button>
        </p>
      )}
      {now === null && !problem.value && <p class="hint">{t('common.loading')}</p>}
      {now?.length === 0 && (
        <p class="card hint" role="status">
          {t('playback.none')}
        </p>
      )}
      {now !== null && now.length > 0 && (
        <div class="card table-card">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('playback.started')}</th>
                <th scope="col">{t('playback.customer')}</th>
                <th scope="col">{t('playback.hosts')}</th>
                <th scope="col">{t('playback.queue')}</th>
                <th scope="col">{t('playback.length')}</th>
                <th scope="col">{t('playback.size')}</th>
              </tr>
            </thead>
            <tbody>
              {now.map((row) => (
                <Row key={row.recordingId} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next.value !== null && (
        <button type="button" onClick={() => void load(next.value)}>
          {t('playback.more')}
        </button>
      )}
      <AccessCard api={api} />
    </div>
  );
}

function Row({ row: { recordingId, startedAt, endedAt, customer, hosts, queue, bytes } }: { row: RecordingRow }) {
  return (
    <tr>
      <td>
        <a href={`#${recordingId}`}>{dayAndTime(startedAt)}</a>
      </td>
      <td>{customer ?? '–'}</td>
      <td>{hosts.join(', ') || '–'}</td>
      <td>{queue ?? '–'}</td>
      <td>
        {endedAt === null ? <span class="tag warn">{t('playback.running')}</span> : timeText(endedAt - startedAt)}
      </td>
      <td>{(bytes / 2 ** 20).toFixed(1)} MB</td>
    </tr>
  );
}

import { clockTime, durationText } from '../../../shared/browser/ui/i18n.ts';
import type { Report } from '../../../shared/protocol/reports.ts';
import { spanText } from './span-text.ts';
import { t } from './say.ts';

interface Props {
  report: Report;
}

export function NoteList({ report: { notes, startedAt } }: Props) {
  if (notes.length === 0) return null;
  return (
    <section class="card">
      <h2>{t('report.notes')}</h2>
      <ol class="plain-list">
        {notes.map(({ by, begunAt, text }, at) => (
          <li key={at}>
            <p class="hint">
              {durationText(begunAt - startedAt)} · {by}
            </p>
            <p class="as-written">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function PeopleTable({ report: { people } }: Props) {
  return (
    <section class="card table-card">
      <h2>{t('report.people')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('report.who')}</th>
            <th scope="col">{t('report.role')}</th>
            <th scope="col">{t('report.time')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ participantId, name, role, from, to }) => (
            <tr key={`${participantId} ${from}`}>
              <td>{name}</td>
              <td>{t(`role.${role}`)}</td>
              <td>{spanText(from, to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function TransferList({ report: { transfers } }: Props) {
  if (transfers.length === 0) return null;
  return (
    <section class="card">
      <h2>{t('report.transfers')}</h2>
      <ol class="plain-list">
        {transfers.map(({ at, from, to }) => (
          <li key={at}>
            <span class="hint">{clockTime(at)}</span> {t('report.transfer', { from, to })}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function CallList({ report: { calls } }: Props) {
  if (calls.length === 0) return null;
  return (
    <section class="card table-card">
      <h2>{t('report.calls')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('report.time')}</th>
            <th scope="col">{t('report.calls')}</th>
            <th scope="col">{t('report.who')}</th>
            <th scope="col">{t('report.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {calls.map(({ at, medium, members, endedAt, endedWhy }) => (
            <tr key={at}>
              <td class="when">{spanText(at, endedAt)}</td>
              <td>{t(`called.${medium}`)}</td>
              <td>{members.join(', ')}</td>
              <td>{endedWhy ? t(`called.${endedWhy}`) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** When it was recorded. */
export function RecordingList({ report: { recordings } }: Props) {
  if (recordings.length === 0) return null;
  return (
    <section class="card table-card">
      <h2>{t('report.recordings')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('report.time')}</th>
            <th scope="col">{t('report.recorded')}</th>
            <th scope="col">{t('report.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {recordings.map(({ recordingId, at, endedAt, recordedMs, isAutomatic, endedWhy }) => (
            <tr key={recordingId}>
              <td class="when">{spanText(at, endedAt)}</td>
              <td>
                {durationText(recordedMs)} {isAutomatic && <span class="hint">{t('report.automatic')}</span>}
              </td>
              <td>{endedWhy ? t(`recorded.${endedWhy}`) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function ChatTranscript({ report: { chat } }: Props) {
  if (chat.length === 0) return null;
  return (
    <section class="card">
      <h2>{t('report.chat')}</h2>
      <ol class="plain-list">
        {chat.map(({ at, by, audience, text, isPicture }, index) => (
          <li key={index} class={audience === 'hosts' ? 'among-hosts' : ''}>
            <p class="hint">
              {clockTime(at)} · {by} {audience === 'hosts' && <span class="tag">{t('chat.hostsOnly')}</span>}
            </p>
            {text && <p class="as-written">{text}</p>}
            {isPicture && <p class="hint">{t('report.picture')}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { t } from '../../../shared/browser/playback/ui/say.ts';
import { timeText } from '../../../shared/browser/playback/ui/time-text.ts';
import { CopyButton } from '../../../shared/browser/ui/copy-button.tsx';
import { dayAndTime, errorText } from '../../../shared/browser/ui/i18n.ts';
import { type LinkAudience, type RecordingLink } from '../../../shared/protocol/playback.ts';
import type { RecordingsApi } from './recordings-api.ts';

interface Props {
  api: RecordingsApi;
  recordingId: string;
  /** ms since the recording began. */
  at: number;
}

const dayMs = 24 * 60 * 60_000;
const dayChoices = [1, 7, 30] as const;
const usualDays = 7;

/** Makes a link to a moment, shows it once, and takes back those that there are. */
export function LinkForm({ api, recordingId, at }: Props) {
  const id = useId();
  const audience = useSignal<LinkAudience>('hosts');
  const days = useSignal<number>(usualDays);
  const made = useSignal<string | null>(null);
  const links = useSignal<readonly RecordingLink[]>([]);
  const problem = useSignal<string | null>(null);
  const load = async () => {
    const answer = await api.links(recordingId);
    if (answer.ok) links.value = answer.value;
  };
  useEffect(() => void load(), []);
  const make = async () => {
    const answer = await api.makeLink(recordingId, { audience: audience.value, at, forMs: days.value * dayMs });
    problem.value = answer.ok ? null : errorText(answer.code);
    if (!answer.ok) return;
    made.value = `${location.origin}/recordings#link=${answer.value.secret}`;
    await load();
  };
  const revoke = async (linkId: string) => {
    const answer = await api.revoke(recordingId, linkId);
    problem.value = answer.ok ? null : errorText(answer.code);
    await load();
  };
  return (
    <>
      <p>{t('playback.shareHint', { at: timeText(at) })}</p>
      <fieldset class="field link-audience">
        <legend>{t('playback.shareWith')}</legend>
        {(['hosts', 'anyone'] as const).map((one) => (
          <label class="inline-label" key={one}>
            <input
              type="radio"
              name={`${id}-audience`}
              checked={audience.value === one}
              onChange={() => (audience.value = one)}
            />
            {t(one === 'hosts' ? 'playback.forHosts' : 'playback.forAnyone')}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for={`${id}-days`}>{t('playback.days')}</label>
        <select
          id={`${id}-days`}
          value={String(days.value)}
          onChange={({ currentTarget }) => (days.value = Number(currentTarget.value))}
        >
          {dayChoices.map((count) => (
            <option key={count} value={String(count)}>
              {t('playback.daysCount', { count })}
            </option>
          ))}
        </select>
      </div>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <button type="button" class="primary" onClick={() => void make()}>
        {t('playback.makeLink')}
      </button>
      {made.value && (
        <div class="field" role="status">
          <label for={`${id}-link`}>{t('playback.linkMade')}</label>
          <div class="row">
            <input id={`${id}-link`} class="made-link" readOnly value={made.value} />
            <CopyButton text={made.value} label={t('playback.link')} />
          </div>
        </div>
      )}
      <h3>{t('playback.links')}</h3>
      {links.value.length === 0 && <p class="hint">{t('playback.noLinks')}</p>}
      <ul class="link-list">
        {links.value.map((link) => (
          <li class="row" key={link.linkId}>
            <span>
              {t('playback.linkRow', {
                at: timeText(link.at),
                by: link.madeByName,
                until: dayAndTime(link.expiresAt),
              })}
            </span>
            <button type="button" class="quiet" onClick={() => void revoke(link.linkId)}>
              {t('playback.revoke')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

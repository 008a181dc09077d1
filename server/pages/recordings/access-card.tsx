import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { t } from '../../../shared/browser/playback/ui/say.ts';
import { errorText } from '../../../shared/browser/ui/i18n.ts';
import { type RecordingAudience, recordingAudiences } from '../../../shared/protocol/playback.ts';
import type { RecordingsApi } from './recordings-api.ts';

/** For the admin: which hosts see recordings of others. Nobody else has it. */
export function AccessCard({ api }: { api: RecordingsApi }) {
  const id = useId();
  const hosts = useSignal<RecordingAudience | null>(null);
  const said = useSignal('');
  useEffect(() => {
    void api.access().then((answer) => {
      if (answer.ok) hosts.value = answer.value.hosts;
    });
  }, []);
  if (hosts.value === null) return null;
  const set = async (wanted: RecordingAudience) => {
    const answer = await api.setAccess({ hosts: wanted });
    said.value = answer.ok ? t('playback.accessSaved') : errorText(answer.code);
    if (answer.ok) hosts.value = answer.value.hosts;
  };
  return (
    <section class="card access-card">
      <div class="field">
        <label for={id}>{t('playback.access')}</label>
        <select
          id={id}
          value={hosts.value}
          onChange={({ currentTarget }) => {
            const wanted = recordingAudiences.find((one) => one === currentTarget.value);
            if (wanted) void set(wanted);
          }}
        >
          {recordingAudiences.map((one) => (
            <option key={one} value={one}>
              {t(`playback.access.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <p class="hint">
        {t('playback.accessHint')} <span role="status">{said.value}</span>
      </p>
    </section>
  );
}

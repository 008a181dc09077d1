import { useSignal } from '@preact/signals';
import { isPageKind } from '../../../shared/recording/track-kinds.ts';
import { jsonFile } from '../../../shared/browser/playback/json/json-file.ts';
import type { RecordingSource } from '../../../shared/browser/playback/recording-source.ts';
import { t } from '../../../shared/browser/playback/ui/say.ts';
import { timeText } from '../../../shared/browser/playback/ui/time-text.ts';
import { DialogButton } from '../../../shared/browser/ui/dialog-button.tsx';
import { errorText } from '../../../shared/browser/ui/i18n.ts';
import { saveBlob } from '../../../shared/browser/ui/save-file.ts';
import type { ExportKind, RecordingView } from '../../../shared/protocol/playback.ts';
import type { RecordingsApi } from './recordings-api.ts';

interface Props {
  api: RecordingsApi;
  view: RecordingView;
  source: RecordingSource;
}

/** What can be carried away: each is noted down before it is given. */
export function SaveMenu(props: Props) {
  return (
    <DialogButton label={t('playback.save')} title={t('playback.save')}>
      {() => <SaveChoices {...props} />}
    </DialogButton>
  );
}

function SaveChoices({ api, view, source }: Props) {
  const said = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const { manifest } = view;
  const path = `/api/playback/${manifest.recordingId}`;

  const save = async (kind: ExportKind, give: () => void | Promise<void>) => {
    isBusy.value = true;
    said.value = t('playback.saving');
    const noted = await api.exported(manifest.recordingId, kind);
    try {
      if (noted.ok) await give();
      said.value = noted.ok ? null : errorText(noted.code);
    } catch {
      said.value = t('playback.unreadable');
    }
    isBusy.value = false;
  };
  const json = async () => {
    const answer = await fetch(`${path}/facts`, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error('the facts did not come');
    const makeWorker = () =>
      new Worker(new URL('../../../shared/browser/playback/json/json-worker.ts', import.meta.url), { type: 'module' });
    const { signal } = new AbortController();
    const file = await jsonFile({ view, facts: await answer.text(), source, makeWorker, signal });
    saveBlob(`beside-recording-${manifest.recordingId}.json`, file);
  };
  return (
    <>
      <button type="button" disabled={isBusy.value} onClick={() => void save('html', () => download(`${path}/file`))}>
        {t('playback.saveHtml')}
      </button>
      <button type="button" disabled={isBusy.value} onClick={() => void save('json', json)}>
        {t('playback.saveJson')}
      </button>
      {manifest.tracks
        .filter(({ kind }) => !isPageKind(kind))
        .map(({ trackId, kind, startsAt }) => (
          <button
            key={trackId}
            type="button"
            disabled={isBusy.value}
            onClick={() => void save('webm', () => download(`${path}/tracks/${trackId}/media?save`))}
          >
            {t(kind === 'screen' ? 'playback.saveScreen' : 'playback.saveCall', {
              at: timeText(startsAt - manifest.startedAt),
            })}
          </button>
        ))}
      <p class="hint" role="status">
        {said.value ?? t('playback.saveNote')}
      </p>
    </>
  );
}

/** The browser writes it to the disk as it comes. */
function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

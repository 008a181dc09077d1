import type { Playback } from '../../../shared/browser/playback/playback.ts';
import { t } from '../../../shared/browser/playback/ui/say.ts';
import { DialogButton } from '../../../shared/browser/ui/dialog-button.tsx';
import { LinkForm } from './link-form.tsx';
import type { RecordingsApi } from './recordings-api.ts';

interface Props {
  api: RecordingsApi;
  playback: Playback;
  recordingId: string;
}

export function ShareDialog({ api, playback, recordingId }: Props) {
  return (
    <DialogButton label={t('playback.share')} title={t('playback.shareTitle')}>
      {() => <LinkForm api={api} recordingId={recordingId} at={Math.floor(playback.clock.peek().at)} />}
    </DialogButton>
  );
}

import { useEffect } from 'preact/hooks';
import { t } from '../../shared/browser/ui/i18n.ts';
import { showDialog } from './commands/dialogs.tsx';
import type { HandOn } from './hand-on.ts';
import { HandOnDialog } from './hand-on-dialog.tsx';

/** The way to transfer the session, or what has become of it. */
export function HandOnTool({ handOn }: { handOn: HandOn }) {
  useEffect(() => void handOn.look(), []);
  if (!handOn.targets.value) return null;
  return (
    <>
      {handOn.isWaiting.value ? (
        <span class="row" role="status">
          <span class="hint">{t('handOn.waiting')}</span>
          <button type="button" onClick={() => void handOn.takeBack()}>
            {t('handOn.cancel')}
          </button>
        </span>
      ) : (
        <button type="button" onClick={() => showDialog((close) => <HandOnDialog handOn={handOn} onClose={close} />)}>
          {t('handOn.title')}
        </button>
      )}
      {handOn.problem.value && (
        <span class="problem" role="alert">
          {handOn.problem.value}
        </span>
      )}
    </>
  );
}

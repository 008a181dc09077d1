import { useId } from 'preact/hooks';
import { ManagerSteps } from '../manager/manager-steps.tsx';
import type { ScreenControl } from '../screen/control/screen-control.ts';
import { t } from '../ui/i18n.ts';

/** The host would control this computer, which needs a program that is not there: what it is, and how to get it. */
export function ManagerWanted({ control, hostName }: { control: ScreenControl; hostName: string }) {
  const id = useId();
  // Looking for it anew is no reason to put the question away.
  if (!control.isWanted.value || control.manager.lack.value === null) return null;
  return (
    <section class="card consent" role="alertdialog" aria-labelledby={`${id}-title`} data-manager-wanted>
      <h2 id={`${id}-title`}>{t('control.wantedTitle', { host: hostName })}</h2>
      <p>{t('control.wantedText', { host: hostName })}</p>
      <p class="hint">{t('manager.what')}</p>
      <ManagerSteps manager={control.manager} />
      <div class="row">
        <button type="button" onClick={() => control.refuse()}>
          {t('control.notNow')}
        </button>
      </div>
    </section>
  );
}

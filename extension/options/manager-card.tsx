import { useEffect, useMemo } from 'preact/hooks';
import { ManagerSteps } from '../../shared/browser/manager/manager-steps.tsx';
import { createOwnManager } from '../../shared/browser/manager/own-manager.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { managerAccess } from '../platform/manager-port.ts';

/** Whether the Support Manager is there, and how to get it. */
export function ManagerCard({ relay }: { relay: string | null }) {
  const { manager, life } = useMemo(() => {
    const controller = new AbortController();
    return { life: controller, manager: createOwnManager(managerAccess(relay), controller.signal) };
  }, [relay]);
  useEffect(() => () => life.abort(), [life]);
  return (
    <section class="card">
      <h2>{t('manager.title')}</h2>
      <p class="hint">{t('manager.what')}</p>
      <ManagerSteps manager={manager} />
    </section>
  );
}

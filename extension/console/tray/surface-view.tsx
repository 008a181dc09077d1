import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { HeldGuards } from '../held-guards.tsx';
import { Notices } from '../notices.tsx';
import { Surfaces } from '../surfaces.tsx';
import type { ConsoleWindow } from '../window/create-console-window.ts';

/** What the customer in front shows, in the window beside the tray. */
export function SurfaceView({ window, page }: { window: ConsoleWindow; page: Document }) {
  const front = window.front.value;
  const name = front?.session.customer.value?.name;
  useEffect(() => {
    page.title = name === undefined ? t('console.titlePlain') : t('console.mirrorOf', { name });
  }, [name]);
  return (
    <main class="surface-window">
      <HeldGuards window={window} />
      {front && <Notices key={`notices ${front.id}`} session={front.session} />}
      {front && <Surfaces key={front.id} session={front.session} invitation={front.invitation} />}
    </main>
  );
}

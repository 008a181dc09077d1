import { clockTime, t } from '../../shared/browser/ui/i18n.ts';
import { CameFromFacts } from './came-from-facts.tsx';
import type { ConsoleSession } from './console-session.ts';

/** Who is helped, since when, on which page, and where they came from. */
export function CustomerFacts({ session }: { session: ConsoleSession }) {
  const state = session.client.state.value;
  const customer = session.customer.value;
  const page = session.cobrowse.value?.page.value;
  return (
    <section class="stack">
      <h2>{t('console.customer')}</h2>
      <dl class="facts">
        {customer && (
          <>
            <dt>{t('console.name')}</dt>
            <dd>{customer.name}</dd>
          </>
        )}
        {state.phase !== 'none' && (
          <>
            <dt>{t('console.started')}</dt>
            <dd>{clockTime(state.startedAt)}</dd>
          </>
        )}
        {page && (
          <>
            <dt>{t('consent.page')}</dt>
            <dd>
              {page.title}
              <br />
              <span class="hint">{page.url}</span>
            </dd>
          </>
        )}
      </dl>
      {state.phase !== 'none' && state.cameFrom && <CameFromFacts cameFrom={state.cameFrom} />}
    </section>
  );
}

import { useMemo } from 'preact/hooks';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';

const kinds = ['system', 'page-log'] as const;

/** Asks for facts about the customer's computer, and for the log of the shown page. */
export function DetailsTools({ session }: { session: ConsoleSession }) {
  const { tools, customer, customerOnline, cobrowse } = session;
  const states = useMemo(() => ({ system: tools.of('system'), 'page-log': tools.of('page-log') }), [tools]);
  const canAsk = customer.value?.phase === 'present' && customerOnline.value;
  /** Of which there could be a log. */
  const isPageShown = cobrowse.value !== null;
  return (
    <div class="tool-row" data-tools="details">
      <h3>{t('details.title')}</h3>
      {kinds.map((kind) => {
        const phase = states[kind].value?.phase ?? 'off';
        const canBe = kind === 'system' || isPageShown;
        if (phase === 'requested') {
          return (
            <span key={kind} class="row">
              <span class="tag warn" role="status">
                {t('console.asking', { name: customer.value?.name ?? '' })}
              </span>
              <button type="button" onClick={() => tools.withdraw(kind)}>
                {t('console.withdraw')}
              </button>
            </span>
          );
        }
        return phase === 'on' ? (
          <button key={kind} type="button" onClick={() => tools.end(kind)}>
            {t(`details.${kind}Stop`)}
          </button>
        ) : (
          <button key={kind} type="button" disabled={!canAsk || !canBe} onClick={() => tools.ask(kind)}>
            {t(`details.${kind}Ask`)}
          </button>
        );
      })}
      {!isPageShown && <span class="hint">{t('details.needsPage')}</span>}
    </div>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { type AuditCode, auditCodes, type AuditEntry, type AuditQuery } from '../../../../shared/protocol/audit.ts';
import { SelectField } from '../fields/select-field.tsx';
import { t } from '../say.ts';
import { supervisionApi } from '../supervision-api.ts';
import { AuditTable } from './audit-table.tsx';
import { dayQuery } from './day-query.ts';

/** Who decided what, newest first. */
export function AuditView({ bearer }: { bearer: string }) {
  const id = useId();
  const what = useSignal<AuditCode | ''>('');
  const from = useSignal('');
  const to = useSignal('');
  const entries = useSignal<readonly AuditEntry[]>([]);
  const next = useSignal<number | null>(null);
  const state = useSignal<'loading' | 'there' | 'failed'>('loading');

  const query = (): AuditQuery => ({
    ...(what.value !== '' && { what: what.value }),
    ...dayQuery(from.value, to.value),
  });
  async function read(before?: number) {
    const answer = await supervisionApi.audit(bearer, { ...query(), ...(before !== undefined && { before }) });
    state.value = answer.ok ? 'there' : 'failed';
    if (!answer.ok) return;
    entries.value = before === undefined ? answer.value.entries : [...entries.value, ...answer.value.entries];
    next.value = answer.value.next;
  }
  useEffect(() => void read(), [what.value, from.value, to.value]);

  const date = (name: 'from' | 'to', of: typeof from) => (
    <div class="field">
      <label for={`${id}-${name}`}>{t(`audit.${name}`)}</label>
      <input
        id={`${id}-${name}`}
        name={`audit-${name}`}
        type="date"
        value={of.value}
        onChange={({ currentTarget }) => (of.value = currentTarget.value)}
      />
    </div>
  );
  return (
    <div class="stack">
      <header>
        <h1>{t('admin.audit')}</h1>
        <p class="hint">{t('audit.text')}</p>
      </header>
      <section class="card" aria-label={t('admin.audit')}>
        <div class="with-button">
          <SelectField
            label={t('audit.what')}
            name="audit-what"
            value={what.value}
            options={[['', t('audit.any')], ...auditCodes.map((code) => [code, t(`audit.${code}`)] as const)]}
            onChange={(code) => (what.value = code)}
          />
          {date('from', from)}
          {date('to', to)}
        </div>
        {state.value === 'failed' && (
          <p class="problem" role="alert">
            {t('audit.failed')}
          </p>
        )}
        {state.value === 'there' && <AuditTable entries={entries.value} />}
        {next.value !== null && (
          <div class="row">
            <button type="button" onClick={() => void read(next.value ?? undefined)}>
              {t('audit.more')}
            </button>
          </div>
        )}
      </section>
    </div>
  );
}

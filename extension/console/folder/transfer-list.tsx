import { byteText } from '../../../shared/browser/files/byte-text.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { Transfer, Transfers } from './create-transfers.ts';

/** What is being copied, how far it is, and what came of it. */
export function TransferList({ transfers }: { transfers: Transfers }) {
  const all = transfers.all.value;
  if (all.length === 0) return null;
  return (
    <section class="folder-transfers" aria-label={t('folder.transfers')}>
      <ul>
        {all.map((one) => (
          <li key={one.id} data-transfer={one.phase}>
            <strong class="folder-what">{one.name}</strong>
            <Progress one={one} />
            {one.phase === 'done' || one.phase === 'failed' ? (
              <button type="button" class="quiet" onClick={() => transfers.dismiss(one.id)}>
                {t('folder.dismiss')}
              </button>
            ) : (
              <button type="button" onClick={() => transfers.cancel(one.id)}>
                {t('folder.cancel')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Progress({ one }: { one: Transfer }) {
  const { phase, total, progress, copied, failure, name } = one;
  if (phase === 'failed') {
    return (
      <span class="folder-outcome problem" role="alert">
        {failure === 'closed' ? t('folder.cancelled') : t(`folder.error.${failure ?? 'failed'}`)}
      </span>
    );
  }
  if (phase === 'done') return <Outcome one={one} />;
  if (phase !== 'running' || copied) {
    return (
      <span class="folder-outcome hint" role="status">
        {t('folder.counting')}
      </span>
    );
  }
  return (
    <span class="folder-outcome">
      <progress max={Math.max(1, total.bytes)} value={progress.bytes} aria-label={name} />
      <span class="hint">
        {t('folder.progress', {
          done: progress.files,
          total: total.files,
          bytes: byteText(progress.bytes),
          all: byteText(total.bytes),
        })}
      </span>
    </span>
  );
}

function Outcome({ one: { copied } }: { one: Transfer }) {
  if (!copied) return null;
  const first = copied.failed[0];
  return (
    <span class="folder-outcome" role="status">
      <span class="tag good">{t('folder.copied', { count: copied.files })}</span>
      {copied.skipped > 0 && <span class="tag">{t('folder.skipped', { count: copied.skipped })}</span>}
      {first && (
        <span class="problem">
          {t('folder.failed', { count: copied.failed.length })}: {first.below.join(' › ')} –{' '}
          {t(`folder.error.${first.code}`)}
        </span>
      )}
    </span>
  );
}

import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { listOf } from '../../../../shared/browser/ui/i18n.ts';
import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { Inbound } from '../../../../shared/queue/inbound.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';
import { changesBetween } from '../../../../shared/queue/changes-between.ts';
import { type ReadConfiguration, readConfiguration } from './configuration-file.ts';

interface Props {
  inbound: Inbound;
  hosts: readonly KnownHost[];
  onImport: (inbound: Inbound) => void;
}

/** Reads a file, says what it would change, and asks before it takes the draft's place. */
export function ImportCard({ inbound, hosts, onImport }: Props) {
  const id = useId();
  const read = useSignal<ReadConfiguration | 'malformed' | null>(null);
  const take = async (file: File | undefined) => {
    read.value = file ? (readConfiguration(await file.text().catch(() => ''), hosts) ?? 'malformed') : null;
  };
  const now = read.value;
  return (
    <SectionCard title={t('files.import')} hint={t('files.importText')}>
      <div class="field">
        <label for={id}>{t('files.choose')}</label>
        <input
          id={id}
          name="configuration"
          type="file"
          accept=".json,application/json"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </div>
      {now === 'malformed' && (
        <p class="problem" role="alert">
          {t('files.malformed')}
        </p>
      )}
      {now !== null && now !== 'malformed' && (
        <div class="notice" role="status">
          <ImportPreview now={inbound} read={now} />
          <div class="row">
            <button type="button" class="primary" onClick={() => onImport(now.inbound)}>
              {t('files.replace')}
            </button>
            <button type="button" onClick={() => (read.value = null)}>
              {t('common.cancel')}
            </button>
          </div>
          <p class="hint">{t('files.notYet')}</p>
        </div>
      )}
    </SectionCard>
  );
}

function ImportPreview({ now, read: { inbound, leftOut } }: { now: Inbound; read: ReadConfiguration }) {
  const { added, removed, changed, isSiteChanged, areHostsChanged } = changesBetween(now, inbound);
  const lines = [
    ...(added.length > 0 ? [t('files.added', { names: listOf(added) })] : []),
    ...(changed.length > 0 ? [t('files.changed', { names: listOf(changed) })] : []),
    ...(removed.length > 0 ? [t('files.removed', { names: listOf(removed) })] : []),
    ...(isSiteChanged ? [t('files.site')] : []),
    ...(areHostsChanged ? [t('files.hosts')] : []),
    ...(leftOut.length > 0 ? [t('files.leftOut', { names: listOf(leftOut) })] : []),
  ];
  if (lines.length === 0) return <p>{t('files.same')}</p>;
  return (
    <>
      <p>{t('files.would')}</p>
      <ul class="changes">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

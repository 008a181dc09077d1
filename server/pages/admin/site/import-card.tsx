import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { Configuration } from '../configuration.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';
import { type ReadConfiguration, readConfiguration } from './configuration-file.ts';
import { ImportPreview } from './import-preview.tsx';

interface Props {
  configuration: Configuration;
  hosts: readonly KnownHost[];
  onImport: (taken: Partial<Configuration>) => void;
}

/** Reads a file, says what each part of it would change, and asks which shall take the draft's place. */
export function ImportCard({ configuration, hosts, onImport }: Props) {
  const id = useId();
  const read = useSignal<ReadConfiguration | 'malformed' | null>(null);
  const take = async (file: File | undefined) => {
    read.value = file ? (readConfiguration(await file.text().catch(() => ''), hosts) ?? 'malformed') : null;
  };
  const found = read.value;
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
      {found === 'malformed' && (
        <p class="problem" role="alert">
          {t('files.malformed')}
        </p>
      )}
      {found !== null && found !== 'malformed' && (
        <ImportPreview now={configuration} file={found} onImport={onImport} onCancel={() => (read.value = null)} />
      )}
    </SectionCard>
  );
}

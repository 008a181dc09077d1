import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { Configuration } from '../configuration.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';
import { writeConfiguration } from './configuration-file.ts';

/** Saves the draft as one file. */
export function ExportCard({ configuration, hosts }: { configuration: Configuration; hosts: readonly KnownHost[] }) {
  const download = () => {
    const url = URL.createObjectURL(new Blob([writeConfiguration(configuration, hosts)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `beside-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    // Firefox begins to read it after the click.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  return (
    <SectionCard title={t('files.export')} hint={t('files.exportText')}>
      <div class="row">
        <button type="button" onClick={download}>
          {t('files.download')}
        </button>
      </div>
    </SectionCard>
  );
}

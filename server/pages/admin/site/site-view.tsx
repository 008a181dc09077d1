import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { FilePolicy } from '../../../../shared/protocol/file-policy.ts';
import type { Inbound } from '../../../../shared/queue/inbound.ts';
import { cannedLimits } from '../../../../shared/queue/canned-text.ts';
import { CannedEditor } from '../canned/canned-editor.tsx';
import type { Configuration } from '../configuration.ts';
import type { DraftFault } from '../draft-faults.ts';
import { NumberField } from '../fields/number-field.tsx';
import { RadioList } from '../fields/radio-list.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import { Tick } from '../fields/tick.tsx';
import { t } from '../say.ts';
import { ConsolesCard } from './consoles-card.tsx';
import { ExportCard } from './export-card.tsx';
import { FilesCard } from './files-card.tsx';
import { ImportCard } from './import-card.tsx';

interface Props {
  configuration: Configuration;
  hosts: readonly KnownHost[];
  faults: readonly DraftFault[];
  change: (part: Partial<Inbound>) => void;
  changeFiles: (part: Partial<FilePolicy>) => void;
  /** With those parts of a file that were chosen. */
  onImport: (taken: Partial<Configuration>) => void;
}

/** What holds for all queues. */
export function SiteView({ configuration, hosts, faults, change, changeFiles, onImport }: Props) {
  const { inbound } = configuration;
  return (
    <div class="stack">
      <h1>{t('admin.site')}</h1>
      <div class="columns">
        <div class="stack">
          <SectionCard title={t('site.requests')}>
            <Tick
              label={t('site.isOn')}
              hint={t('site.isOnHint')}
              name="inbound-on"
              isOn={inbound.isOn}
              onChange={(isOn) => change({ isOn })}
            />
            <NumberField
              label={t('site.ageing')}
              hint={t('site.ageingHint')}
              min={1}
              max={24 * 60}
              scale={60_000}
              unit={t('admin.minutes')}
              value={inbound.ageingMs}
              onChange={(ageingMs) => change({ ageingMs })}
            />
          </SectionCard>
          <SectionCard title={t('site.sessions')}>
            <RadioList
              label={t('site.sessions')}
              value={inbound.mode}
              options={(['single', 'multi'] as const).map((value) => ({
                value,
                text: t(`site.mode.${value}`),
                hint: t(`site.modeText.${value}`),
              }))}
              onChange={(mode) => change({ mode })}
            />
            {inbound.mode === 'multi' && (
              <NumberField
                label={t('site.capacity')}
                hint={t('site.capacityHint')}
                name="capacity"
                min={1}
                max={20}
                value={inbound.capacity}
                onChange={(capacity) => change({ capacity })}
              />
            )}
          </SectionCard>
          <ExportCard configuration={configuration} hosts={hosts} />
          <ImportCard configuration={configuration} hosts={hosts} onImport={onImport} />
        </div>
        <div class="stack">
          <ConsolesCard inbound={inbound} change={change} />
          <FilesCard files={configuration.files} change={changeFiles} />
        </div>
      </div>
      <CannedEditor
        texts={inbound.cannedTexts}
        most={cannedLimits.ofSite}
        hint={t('canned.siteText')}
        faults={faults.filter(({ queueId }) => queueId === null)}
        onChange={(cannedTexts) => change({ cannedTexts })}
      />
    </div>
  );
}

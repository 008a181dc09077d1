import { dangerousAnswers, type FilePolicy, filePublishers } from '../../../../shared/protocol/file-policy.ts';
import { ListField } from '../fields/list-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { RadioList } from '../fields/radio-list.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';

interface Props {
  files: FilePolicy;
  change: (part: Partial<FilePolicy>) => void;
}

/** Which files may be published in sessions, and by whom. */
export function FilesCard({ files, change }: Props) {
  return (
    <>
      <SectionCard title={t('filePolicy.title')} hint={t('filePolicy.text')}>
        <RadioList
          label={t('filePolicy.from')}
          value={files.from}
          options={filePublishers.map((value) => ({ value, text: t(`filePolicy.from.${value}`) }))}
          onChange={(from) => change({ from })}
        />
        <NumberField
          label={t('filePolicy.most')}
          name="most-mebibytes"
          min={1}
          max={1_048_576}
          unit="MiB"
          value={files.mostMebibytes}
          onChange={(mostMebibytes) => change({ mostMebibytes })}
        />
        <ListField
          label={t('filePolicy.onlyEndings')}
          hint={t('filePolicy.onlyEndingsHint')}
          name="only-endings"
          placeholder="pdf, docx, png"
          values={files.onlyEndings}
          onChange={(endings) =>
            change({ onlyEndings: endings.map((ending) => ending.replace(/^\*?\./, '').toLowerCase()) })
          }
        />
      </SectionCard>
      <SectionCard title={t('filePolicy.dangerous')}>
        <RadioList
          label={t('filePolicy.dangerous')}
          value={files.dangerous}
          options={dangerousAnswers.map((value) => ({
            value,
            text: t(`filePolicy.dangerous.${value}`),
            hint: t(`filePolicy.dangerousText.${value}`),
          }))}
          onChange={(dangerous) => change({ dangerous })}
        />
      </SectionCard>
    </>
  );
}

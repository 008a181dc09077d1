import { useSignal } from '@preact/signals';
import { listOf } from '../../../../shared/browser/ui/i18n.ts';
import { keepsShorter } from '../../../../shared/protocol/retention.ts';
import { type Configuration, type Part, parts } from '../configuration.ts';
import { Tick } from '../fields/tick.tsx';
import { t } from '../say.ts';
import { changeLines } from './change-lines.ts';
import type { ReadConfiguration } from './configuration-file.ts';

interface Props {
  now: Configuration;
  file: ReadConfiguration;
  onImport: (taken: Partial<Configuration>) => void;
  onCancel: () => void;
}

/** What a file would change, part by part; each can be left as it is. */
export function ImportPreview({ now, file: { read, leftOut }, onImport, onCancel }: Props) {
  const isShorter = read.retention !== undefined && keepsShorter(now.retention, read.retention);
  // What would erase is taken by hand only.
  const left = useSignal<ReadonlySet<Part>>(new Set(isShorter ? ['retention'] : []));
  const there = parts.filter((part) => read[part] !== undefined);
  const taken = there.filter((part) => !left.value.has(part));
  const choose = (part: Part, isOn: boolean) => {
    const next = new Set(left.value);
    if (isOn) next.delete(part);
    else next.add(part);
    left.value = next;
  };
  const lines = changeLines(now, read);
  return (
    <div class="notice" role="status">
      <p>{t('files.would')}</p>
      {there.map((part) => (
        <div key={part}>
          <Tick
            label={t(`files.part.${part}`)}
            name={`import-${part}`}
            isOn={!left.value.has(part)}
            onChange={(isOn) => choose(part, isOn)}
          />
          <ul class="changes">
            {(lines[part].length > 0 ? lines[part] : [t('files.same')]).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {part === 'retention' && isShorter && <li class="problem">{t('retention.shorterText')}</li>}
            {part === 'inbound' && leftOut.length > 0 && <li>{t('files.leftOut', { names: listOf(leftOut) })}</li>}
          </ul>
        </div>
      ))}
      <div class="row">
        <button
          type="button"
          class="primary"
          disabled={taken.length === 0}
          onClick={() => onImport(Object.fromEntries(taken.map((part) => [part, read[part]])))}
        >
          {t('files.replace')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
      <p class="hint">{t('files.notYet')}</p>
    </div>
  );
}

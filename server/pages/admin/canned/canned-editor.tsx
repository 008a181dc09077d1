import type { CannedText } from '../../../../shared/queue/canned-text.ts';
import { cannedVariables } from '../../../../shared/queue/canned-text.ts';
import type { DraftFault } from '../draft-faults.ts';
import { moved, replaced, without } from '../fields/in-list.ts';
import { t } from '../say.ts';
import { CannedRow } from './canned-row.tsx';

interface Props {
  texts: readonly CannedText[];
  most: number;
  hint: string;
  faults: readonly DraftFault[];
  onChange: (texts: CannedText[]) => void;
}

/** Prepared texts, in the order that hosts see them in. */
export function CannedEditor({ texts, most, hint, faults, onChange }: Props) {
  return (
    <section class="stack" aria-label={t('canned.title')}>
      <header>
        <h2>{t('canned.title')}</h2>
        <p class="hint">{hint}</p>
      </header>
      <dl class="facts">
        {cannedVariables.map((name) => (
          <>
            <dt>
              <code>{`{{${name}}}`}</code>
            </dt>
            <dd>{t(`canned.variable.${name}`)}</dd>
          </>
        ))}
      </dl>
      {texts.length === 0 && <p>{t('canned.none')}</p>}
      <div class="columns">
        {texts.map((text, at) => (
          <CannedRow
            key={at}
            text={text}
            at={at}
            count={texts.length}
            faults={faults}
            onChange={(next) => onChange(replaced(texts, at, next))}
            onMove={(by) => onChange(moved(texts, at, by))}
            onRemove={() => onChange(without(texts, at))}
          />
        ))}
      </div>
      <p class="row">
        <button
          type="button"
          disabled={texts.length >= most}
          onClick={() => onChange([...texts, { title: '', text: { en: '', cs: '' } }])}
        >
          {t('canned.add')}
        </button>
        {texts.length >= most && <span class="hint">{t('canned.most', { most })}</span>}
      </p>
    </section>
  );
}

import type { Inbound } from '../../../../shared/queue/inbound.ts';
import { layouts } from '../../../../shared/queue/layouts.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { Tick } from '../fields/tick.tsx';
import { t } from '../say.ts';

interface Props {
  inbound: Pick<Inbound, 'mode' | 'consoles'>;
  change: (part: Pick<Inbound, 'consoles'>) => void;
}

/** Which consoles hosts get. The last one cannot be taken away. */
export function ConsolesCard({ inbound: { mode, consoles }, change }: Props) {
  const isLast = consoles.length === 1;
  return (
    <SectionCard title={t('site.consoles')} hint={t('site.consolesHint')}>
      {layouts.map((layout) => (
        <Tick
          key={layout}
          name={`console-${layout}`}
          label={t(`site.console.${layout}`)}
          hint={t(layout === 'multi' && mode === 'single' ? 'site.consoleText.single' : `site.consoleText.${layout}`)}
          isOn={consoles.includes(layout)}
          isFixed={isLast && consoles.includes(layout)}
          onChange={(isOn) =>
            change({ consoles: layouts.filter((one) => (one === layout ? isOn : consoles.includes(one))) })
          }
        />
      ))}
      {isLast && <p class="hint">{t('site.consolesOne')}</p>}
    </SectionCard>
  );
}

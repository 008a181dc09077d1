import { directions, levels, type ShareKind, surfaces } from '../../../../shared/session/share.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';
import { allKinds } from './new-queue.ts';

interface Props {
  switchedOn: readonly ShareKind[];
  onChange: (switchedOn: ShareKind[]) => void;
}

const same = (a: ShareKind, b: ShareKind) =>
  a.surface === b.surface && a.level === b.level && a.direction === b.direction;

/** Which of the twelve ways to show something hosts may use. */
export function ToolsTable({ switchedOn, onChange }: Props) {
  const isOn = (kind: ShareKind) => switchedOn.some((one) => same(one, kind));
  const put = (kind: ShareKind, on: boolean) => onChange(allKinds.filter((one) => (same(one, kind) ? on : isOn(one))));
  const kinds = directions.flatMap((direction) => levels.map((level) => ({ direction, level })));
  return (
    <SectionCard title={t('tools.title')} hint={t('tools.text')}>
      <table class="tools">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{t('tools.title')}</span>
            </th>
            {surfaces.map((surface) => (
              <th key={surface} scope="col">
                {t(`tools.surface.${surface}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ direction, level }) => (
            <tr key={`${direction}/${level}`}>
              <th scope="row">{t(`tools.${direction}.${level}`)}</th>
              {surfaces.map((surface) => (
                <td key={surface}>
                  <input
                    type="checkbox"
                    aria-label={`${t(`tools.${direction}.${level}`)}: ${t(`tools.surface.${surface}`)}`}
                    checked={isOn({ surface, level, direction })}
                    onChange={(event) => put({ surface, level, direction }, event.currentTarget.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="row">
        <button type="button" class="quiet" onClick={() => onChange(allKinds)}>
          {t('tools.all')}
        </button>
        <button type="button" class="quiet" onClick={() => onChange([])}>
          {t('tools.none')}
        </button>
      </div>
    </SectionCard>
  );
}

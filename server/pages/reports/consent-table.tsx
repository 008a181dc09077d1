import { clockTime, type MessageKey } from '../../../shared/browser/ui/i18n.ts';
import type { Report } from '../../../shared/protocol/reports.ts';
import type { Consent } from '../../../shared/report/report-schema.ts';
import { spanText } from './span-text.ts';
import { t } from './say.ts';

type Kind = `${Consent['direction']}.${Consent['surface']}.${Consent['level']}`;

/** The questions as they were asked (shared/browser/assist). */
const questions: Record<Kind, MessageKey> = {
  'request.page.view': 'consent.viewTitle',
  'request.page.control': 'consent.controlTitle',
  'request.application.view': 'consent.applicationViewTitle',
  'request.application.control': 'consent.applicationControlTitle',
  'request.desktop.view': 'consent.desktopViewTitle',
  'request.desktop.control': 'consent.desktopControlTitle',
  'share.page.view': 'offer.viewTitle',
  'share.page.control': 'offer.controlTitle',
  'share.application.view': 'offer.applicationViewTitle',
  'share.application.control': 'offer.applicationControlTitle',
  'share.desktop.view': 'offer.desktopViewTitle',
  'share.desktop.control': 'offer.desktopControlTitle',
};

function questionOf(consent: Consent, all: readonly Consent[]): string {
  const { direction, surface, level, owner, viewer, isImplied } = consent;
  if (isImplied) return t('report.implied');
  const kind: Kind = `${direction}.${surface}.${level}`;
  const isBoth = kind === 'request.page.control' && all.some((other) => isViewOf(other, consent));
  return t(isBoth ? 'consent.bothTitle' : questions[kind], { host: direction === 'request' ? viewer : owner });
}
/** What came with the answer to the question for control. */
const isViewOf = (view: Consent, { owner, viewer, answeredAt }: Consent) =>
  view.isImplied && view.owner === owner && view.viewer === viewer && view.answeredAt === answeredAt;

/** Each question, by whom it was answered and how, and how long it was shown. */
export function ConsentTable({ report: { consents, tools } }: { report: Report }) {
  if (consents.length + tools.length === 0) return null;
  return (
    <section class="card table-card">
      <h2>{t('report.consents')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('report.when')}</th>
            <th scope="col">{t('report.question')}</th>
            <th scope="col">{t('report.askedOf')}</th>
            <th scope="col">{t('report.answer')}</th>
            <th scope="col">{t('report.shown')}</th>
          </tr>
        </thead>
        <tbody>
          {consents.map((consent, at) => (
            <tr key={at}>
              <td class="when">{clockTime(consent.askedAt)}</td>
              <td>{questionOf(consent, consents)}</td>
              <td>{consent.direction === 'request' ? consent.owner : consent.viewer}</td>
              <td>
                <span class={`tag ${consent.answer === 'allowed' ? 'good' : ''}`}>{t(`answer.${consent.answer}`)}</span>
              </td>
              <td>
                {consent.answer === 'allowed' ? spanText(consent.answeredAt ?? consent.askedAt, consent.endedAt) : '–'}
                {consent.endedWhy && <span class="hint">, {t(`shown.${consent.endedWhy}`)}</span>}
              </td>
            </tr>
          ))}
          {tools.map((asked, at) => (
            <tr key={`tool-${at}`}>
              <td class="when">{clockTime(asked.askedAt)}</td>
              <td>{t(`tool.${asked.tool}Title`, { host: asked.askedBy })}</td>
              <td>{asked.askedOf}</td>
              <td>
                <span class={`tag ${asked.answer === 'allowed' ? 'good' : ''}`}>{t(`answer.${asked.answer}`)}</span>
              </td>
              <td>
                {asked.answer === 'allowed' ? spanText(asked.answeredAt ?? asked.askedAt, asked.endedAt) : '–'}
                {asked.endedWhy && <span class="hint">, {t(`shown.${asked.endedWhy}`)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

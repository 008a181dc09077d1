import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { dateText, errorText } from '../../../shared/browser/ui/i18n.ts';
import { saveFile } from '../../../shared/browser/ui/save-file.ts';
import type { Report } from '../../../shared/protocol/reports.ts';
import { CallList, ChatTranscript, NoteList, PeopleTable, RecordingList, TransferList } from './report-parts.tsx';
import { FileTable } from './file-table.tsx';
import { ConsentTable } from './consent-table.tsx';
import { DeedTable } from './deed-table.tsx';
import { ReportFacts } from './report-facts.tsx';
import type { ReportsApi } from './reports-api.ts';
import { t } from './say.ts';

interface Props {
  api: ReportsApi;
  sessionId: string;
  onSignedOut: () => void;
}

/** All that happened in one session, on screen and on paper. */
export function OneReport({ api, sessionId, onSignedOut }: Props) {
  const report = useSignal<Report | null>(null);
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    void api.one(sessionId).then((answer) => {
      if (answer.ok) return void (report.value = answer.value);
      if (answer.code === 'auth.required') return onSignedOut();
      problem.value = answer.code === 'not-found' ? t('reports.notFound') : errorText(answer.code);
      return undefined;
    });
  }, [sessionId]);

  const now = report.value;
  const title = now ? `${now.customer ?? t('report.nobody')}, ${dateText(now.startedAt)}` : t('reports.title');
  useEffect(() => void (document.title = title), [title]);
  const name = `beside-report-${sessionId}`;
  const saveCsv = async () => {
    const isSaved = await api.saveCsv(`/api/reports/${sessionId}?format=csv`, `${name}.csv`);
    problem.value = isSaved ? null : t('join.offline');
  };

  return (
    <>
      <p class="not-printed">
        <a href="/reports">{t('reports.back')}</a>{' '}
        <a href={`/recordings?session=${sessionId}`}>{t('common.recordings')}</a>
      </p>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {!now && !problem.value && <p class="hint">{t('common.loading')}</p>}
      {now && (
        <article class="report">
          <div class="row reports-head">
            <h1>{title}</h1>
            <p class="row not-printed">
              <button type="button" class="primary" onClick={() => print()}>
                {t('reports.print')}
              </button>
              <button
                type="button"
                onClick={() => saveFile(`${name}.json`, JSON.stringify(now, null, 2), 'application/json')}
              >
                {t('reports.json')}
              </button>
              <button type="button" onClick={() => void saveCsv()}>
                {t('reports.csv')}
              </button>
            </p>
          </div>
          {now.endedAt === null && <p class="tag warn">{t('reports.running')}</p>}
          <ReportFacts report={now} />
          <NoteList report={now} />
          <ConsentTable report={now} />
          <DeedTable report={now} />
          <PeopleTable report={now} />
          <TransferList report={now} />
          <CallList report={now} />
          <RecordingList report={now} />
          <FileTable report={now} />
          <ChatTranscript report={now} />
        </article>
      )}
    </>
  );
}

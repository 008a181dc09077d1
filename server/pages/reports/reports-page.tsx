import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { authApi } from '../account/auth-api.ts';
import { SignInForm } from '../account/sign-in-form.tsx';
import { HistoryView } from './figures/history-view.tsx';
import { OneReport } from './one-report.tsx';
import { ReportList } from './report-list.tsx';
import { createReportsApi } from './reports-api.ts';
import { t } from './say.ts';

/** `/reports`: what has happened, for the host (its own sessions) and the admin (all). `/reports/ID`: one of them. */
export function ReportsPage() {
  const bearer = useSignal<string | null | 'loading'>('loading');
  const load = async () => (bearer.value = await authApi.bearer());
  useEffect(() => {
    document.title = t('reports.title');
    void load();
  }, []);

  const now = bearer.value;
  if (now === null || now === 'loading') {
    return (
      <div class="page">
        <Brand />
        {now === 'loading' && <p class="hint">{t('common.loading')}</p>}
        {now === null && (
          <SignInForm title={t('reports.title')} hint={t('reports.for')} onSignedIn={() => void load()} />
        )}
      </div>
    );
  }
  return <SignedIn bearer={now} onSignedOut={() => (bearer.value = null)} />;
}

function SignedIn({ bearer, onSignedOut }: { bearer: string; onSignedOut: () => void }) {
  const api = useMemo(() => createReportsApi(bearer), [bearer]);
  const [, , sessionId] = location.pathname.split('/');
  if (sessionId === undefined || sessionId === 'figures') {
    return (
      <div class="reports">
        <Brand />
        <ReportsNav isFigures={sessionId !== undefined} />
        {sessionId === undefined ? (
          <ReportList api={api} onSignedOut={onSignedOut} />
        ) : (
          <HistoryView api={api} onSignedOut={onSignedOut} />
        )}
      </div>
    );
  }
  return (
    <div class="reports">
      <Brand />
      <OneReport api={api} sessionId={decodeURIComponent(sessionId)} onSignedOut={onSignedOut} />
    </div>
  );
}

function ReportsNav({ isFigures }: { isFigures: boolean }) {
  return (
    <nav class="reports-nav" aria-label={t('history.parts')}>
      <a href="/reports" aria-current={isFigures ? undefined : 'page'}>
        {t('history.list')}
      </a>
      <a href="/reports/figures" aria-current={isFigures ? 'page' : undefined}>
        {t('history.title')}
      </a>
    </nav>
  );
}

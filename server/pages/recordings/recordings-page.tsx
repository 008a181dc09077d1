import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../../shared/browser/playback/ui/say.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { authApi } from '../account/auth-api.ts';
import { SignInForm } from '../account/sign-in-form.tsx';
import { OneRecording, type Wanted } from './one-recording.tsx';
import { RecordingList } from './recording-list.tsx';
import { createRecordingsApi } from './recordings-api.ts';

/** `#ID`, with `&t=SECONDS` for a moment: a recording by right. `#link=SECRET`: by a link. Else the list. */
function wantedOf(hash: string): Wanted | null {
  const [first = '', ...rest] = hash.slice(1).split('&');
  if (first.startsWith('link=')) return { secret: first.slice('link='.length) };
  const at = rest.find((part) => part.startsWith('t='))?.slice(2) ?? '0';
  return /^[\w-]{22}$/.test(first) ? { recordingId: first, at: (Number(at) || 0) * 1_000 } : null;
}

/** `/recordings`: what was recorded, for who may see it. */
export function RecordingsPage() {
  const bearer = useSignal<string | null | 'loading'>('loading');
  const hash = useSignal(location.hash);
  const mustSignIn = useSignal(false);
  const load = async () => {
    bearer.value = await authApi.bearer();
    mustSignIn.value = false;
  };
  useEffect(() => {
    document.title = t('playback.title');
    void load();
    const follow = () => (hash.value = location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const now = bearer.value;
  const wanted = wantedOf(hash.value);
  const isByLink = wanted !== null && 'secret' in wanted;
  const api = useMemo(() => (now === 'loading' ? null : createRecordingsApi(now)), [now]);
  if (!api) {
    return (
      <div class="page">
        <Brand />
        <p class="hint">{t('common.loading')}</p>
      </div>
    );
  }
  if (mustSignIn.value || (now === null && !isByLink)) {
    const hint = t(isByLink ? 'playback.linkForHosts' : 'playback.for');
    return (
      <div class="page">
        <Brand />
        <SignInForm title={t('playback.title')} hint={hint} onSignedIn={() => void load()} />
      </div>
    );
  }
  const signIn = () => (mustSignIn.value = true);
  return wanted ? (
    <OneRecording key={hash.value} api={api} wanted={wanted} isHost={now !== null} onSignedOut={signIn} />
  ) : (
    <RecordingList api={api} onSignedOut={signIn} />
  );
}

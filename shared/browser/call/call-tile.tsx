import { t } from '../ui/i18n.ts';
import { Icon } from './icon.tsx';
import { VideoOf } from './video-of.tsx';

interface Props {
  name: string;
  /** `wait`: not here yet. */
  microphone: 'on' | 'muted' | 'none' | 'wait';
  speaks: boolean;
  video: MediaStream | null;
  isOwn?: boolean;
  /** What is said in the place of a picture. */
  says?: string | null;
}

const micText = { on: null, muted: 'call.isMuted', none: 'call.isWithoutMicrophone', wait: null } as const;

/** One person in a call: picture or initials, name, and whether they speak or are muted, in words and signs too. */
export function CallTile({ name, microphone, speaks, video, isOwn = false, says = null }: Props) {
  const shown = isOwn ? t('call.you') : name;
  const silent = micText[microphone];
  const states = [speaks && t('call.speaks'), silent && t(silent), says].filter((one) => typeof one === 'string');
  return (
    <li
      class={`call-tile ${speaks ? 'is-speaking' : ''} ${video ? 'has-video' : ''}`}
      aria-label={[shown, ...states].join(', ')}
      data-call-person={isOwn ? 'own' : name}
      data-microphone={microphone}
      data-speaking={speaks}
    >
      {video ? (
        <VideoOf stream={video} label={t('call.cameraOf', { name: shown })} mirrored={isOwn} />
      ) : (
        <span class="call-avatar" aria-hidden="true">
          {initials(name)}
        </span>
      )}
      <span class="call-name" aria-hidden="true">
        {speaks && <Icon shape="speaking" />}
        {silent && (
          <span class="call-muted" title={t(silent)}>
            <Icon shape="muted" />
          </span>
        )}
        <span class="call-name-text">{shown}</span>
        {says && <span class="call-says">{says}</span>}
      </span>
    </li>
  );
}

/** `Jan Novák` → `JN`. */
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => [...word].slice(0, 1))
    .filter((_letter, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();

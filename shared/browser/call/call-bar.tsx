import { useSignal } from '@preact/signals';
import { listOf, t } from '../ui/i18n.ts';
import { CallControls } from './call-controls.tsx';
import type { CallPerson } from './call-people.ts';
import { CallTile } from './call-tile.tsx';
import type { CallView, Named } from './call-view.ts';
import type { OwnCall } from './create-call.ts';
import { DeviceProblemText } from './device-problem-text.tsx';
import { Icon } from './icon.tsx';
import { SafetyWords } from '../ui/safety-words.tsx';
import { SoundOf } from './sound-of.tsx';

type In = Extract<CallView, { kind: 'in' }>;

/** The call that one is in: who, how loud, and one's own microphone and camera. */
export function CallBar({ call, view }: { call: OwnCall; view: In }) {
  const isLarge = useSignal(false);
  const people = call.people.value;
  const of = (id: string) => people.find((one) => one.id === id);
  const ownVideo = call.own.video.value !== null;
  const hasVideo = ownVideo || people.some(({ state }) => state.value?.camera);
  const speaker = call.devices.chosen.value.speaker;
  return (
    <section
      class={`call-bar ${hasVideo ? 'has-pictures' : ''} ${isLarge.value ? 'is-large' : ''}`}
      aria-label={t('call.title')}
      data-call="in"
    >
      <p class="call-status" role="status">
        {statusText(view)}
      </p>
      <ul class="call-tiles">
        {view.others.map((person) => (
          <Person key={person.id} person={person} here={of(person.id)} />
        ))}
        {view.ringing.map(({ id, name }) => (
          <CallTile key={id} name={name} microphone="wait" speaks={false} video={null} says={t('call.ringing')} />
        ))}
        <CallTile
          name={view.name}
          microphone={call.own.microphone.value}
          speaks={call.speaks.value}
          video={ownVideo ? call.own.stream : null}
          isOwn
        />
      </ul>
      <div class="row">
        <CallControls call={call} />
        {hasVideo && (
          <button
            type="button"
            class="call-round"
            aria-pressed={isLarge.value}
            aria-label={t('call.larger')}
            title={t('call.larger')}
            onClick={() => (isLarge.value = !isLarge.value)}
          >
            <Icon shape="larger" />
          </button>
        )}
      </div>
      <DeviceProblemText problem={call.own.problem.value} />
      {people.length > 1 && <Words people={people} names={view.others} />}
      {people.map(({ id, stream }) => stream.value && <SoundOf key={id} stream={stream.value} speaker={speaker} />)}
    </section>
  );
}

function statusText({ answered, others, ringing }: In): string {
  const names = (people: readonly Named[]) => listOf(people.map(({ name }) => name));
  return answered || others.length > 0
    ? t('call.with', { names: names(others) })
    : t('call.calling', { names: names(ringing) });
}

function Person({ person, here }: { person: Named; here: CallPerson | undefined }) {
  const state = here?.state.value ?? null;
  const phase = here?.way.media.phase.value;
  const stream = here?.stream.value ?? null;
  const isConnected = state !== null && (phase === 'open' || state.microphone === 'none');
  return (
    <CallTile
      name={person.name}
      microphone={isConnected ? state.microphone : 'wait'}
      speaks={isConnected && here?.speaks.value === true && state.microphone === 'on'}
      video={state?.camera ? stream : null}
      says={
        isConnected
          ? null
          : t(phase === 'impossible' ? 'call.noWay' : phase === 'failing' ? 'call.failing' : 'call.connecting')
      }
    />
  );
}

/** With several each two have a way, and words, of their own. */
function Words({ people, names }: { people: readonly CallPerson[]; names: readonly Named[] }) {
  return (
    <details class="call-words">
      <summary>{t('words.title')}</summary>
      {people.map(({ id, way }) => (
        <p key={id}>
          {names.find((one) => one.id === id)?.name}: {way.link.words.value && <SafetyWords words={way.link.words} />}
        </p>
      ))}
    </details>
  );
}

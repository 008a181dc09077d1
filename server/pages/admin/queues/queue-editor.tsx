import type { FunctionComponent } from 'preact';
import type { Queue } from '../../../../shared/queue/queue.ts';
import { FormEditor } from '../form/form-editor.tsx';
import { HoursEditor } from '../hours/hours-editor.tsx';
import { place, queueHref, type QueueTab, queueTabs, renamePlace } from '../place.ts';
import { RulesEditor } from '../rules/rules-editor.tsx';
import { t } from '../say.ts';
import { GeneralPart } from './general-part.tsx';
import { freeQueueId, isIdOf, toId } from './new-queue.ts';
import type { QueuePart } from './queue-part.ts';
import { QueueState } from './queue-state.tsx';
import { renameQueue } from './rename-queue.ts';
import type { QueuesProps } from './queues-view.tsx';
import { ServicePart } from './service-part.tsx';
import { SessionPart } from './session-part.tsx';
import { TextsPart } from './texts-part.tsx';
import { WebsitePart } from './website-part.tsx';

const parts: Record<Exclude<QueueTab, 'general'>, FunctionComponent<QueuePart>> = {
  service: ServicePart,
  hours: HoursEditor,
  form: FormEditor,
  rules: RulesEditor,
  session: SessionPart,
  texts: TextsPart,
  website: WebsitePart,
};

const tabOf: Partial<Record<keyof Queue, QueueTab>> = {
  members: 'service',
  skills: 'service',
  escalation: 'service',
  hours: 'hours',
  form: 'form',
  rules: 'rules',
  begin: 'session',
  cannedTexts: 'texts',
  origins: 'website',
};

/** One queue of the draft, in parts. */
export function QueueEditor(props: QueuesProps & { at: number }) {
  const { inbound, hosts, faults: all, savedIds, change: changeSite, at } = props;
  const queue = inbound.queues[at];
  if (!queue) return null;
  const { tab } = place.value;
  const faults = all.filter(({ queueId }) => queueId === queue.id);
  const change = (part: Partial<Queue>) => changeSite({ queues: inbound.queues.with(at, { ...queue, ...part }) });
  const rename = (id: string, name = queue.name) => {
    changeSite(renameQueue({ ...inbound, queues: inbound.queues.with(at, { ...queue, name }) }, queue.id, id));
    renamePlace(queueHref(id, tab));
  };
  const setName = (name: string) => {
    const others = { ...inbound, queues: inbound.queues.toSpliced(at, 1) };
    // As long as nobody knows the link, it goes with the name.
    if (!savedIds.has(queue.id) && isIdOf(queue.id, queue.name)) rename(freeQueueId(others, toId(name)), name);
    else change({ name });
  };
  const given: QueuePart = { queue, inbound, hosts, faults, change };
  const Part = tab === 'general' ? null : parts[tab];
  const countOf = (one: QueueTab) => faults.filter(({ where }) => (tabOf[where] ?? 'general') === one).length;
  return (
    <div class="stack">
      <header class="stack">
        <a href="#queues">← {t('queue.back')}</a>
        <div class="row">
          <h1>{queue.name || queue.id}</h1>
          <QueueState queue={queue} isReached={inbound.isOn} />
        </div>
      </header>
      <nav class="queue-tabs" aria-label={queue.name}>
        {queueTabs.map((one) => (
          <a key={one} href={queueHref(queue.id, one)} aria-current={one === tab ? 'page' : undefined}>
            {t(`queue.tab.${one}`)}
            {countOf(one) > 0 && <span class="tag bad">{countOf(one)}</span>}
          </a>
        ))}
      </nav>
      {Part ? <Part {...given} /> : <GeneralPart {...given} setName={setName} rename={rename} />}
    </div>
  );
}

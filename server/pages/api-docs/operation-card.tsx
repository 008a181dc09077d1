import { t } from '../admin/say.ts';
import { type Placed, shapeOf } from './description.ts';

/** One operation: what it does, who may, what goes in and comes out. */
export function OperationCard({ method, path, operation }: Placed) {
  const { summary, parameters, requestBody, responses, 'x-who': who, 'x-scope': scope } = operation;
  const done = Object.entries(responses).find(([status]) => status.startsWith('2'));
  const body = shapeOf(requestBody?.content);
  const answer = shapeOf(done?.[1].content);
  return (
    <article class="card operation">
      <h3>
        <span class={`tag method ${method}`}>{method.toUpperCase()}</span> <code>{path}</code>
      </h3>
      <p>{summary}</p>
      <dl class="facts">
        {who && (
          <>
            <dt>{t('docs.who')}</dt>
            <dd>
              {t(`docs.who.${who}`)} {scope !== undefined && <span class="tag">{t('docs.scope', { scope })}</span>}
            </dd>
          </>
        )}
        {parameters.length > 0 && (
          <>
            <dt>{t('docs.parameters')}</dt>
            <dd>
              {parameters.map(({ name, required }) => (
                <code key={name} class="parameter">
                  {name}
                  {required ? '' : '?'}
                </code>
              ))}
            </dd>
          </>
        )}
        {body.name !== null && body.name !== 'Nothing' && (
          <>
            <dt>{t('docs.body')}</dt>
            <dd>
              <Shape name={body.name} />
            </dd>
          </>
        )}
        {done && answer.name !== null && answer.name !== 'Nothing' && (
          <>
            <dt>{t('docs.answer')}</dt>
            <dd>
              {done[0]} <Shape name={answer.name} /> {answer.isFeed && <span class="hint">{t('docs.feed')}</span>}
            </dd>
          </>
        )}
      </dl>
    </article>
  );
}

/** Opens the shape where it stands. */
function Shape({ name }: { name: string }) {
  const open = () => document.querySelector(`#shape-${name}`)?.setAttribute('open', '');
  return (
    <a href={`#shape-${name}`} onClick={open}>
      {name}
    </a>
  );
}

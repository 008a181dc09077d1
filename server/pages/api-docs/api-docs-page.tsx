import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { callApi } from '../../../shared/browser/api/api-call.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../admin/say.ts';
import { byTag, type Description, descriptionSchema } from './description.ts';
import { OperationCard } from './operation-card.tsx';

const anchor = (tag: string): string => `part-${tag}`;

/** The REST interface for people, made from the document for programs. */
export function ApiDocsPage() {
  const described = useSignal<Description | null>(null);
  const isFailed = useSignal(false);
  useEffect(() => {
    void callApi(location.origin, { method: 'GET', path: '/api/openapi.json', answer: descriptionSchema }).then(
      (answer) => {
        isFailed.value = !answer.ok;
        if (!answer.ok) return;
        described.value = answer.value;
        document.title = answer.value.info.title;
      },
    );
  }, []);
  const said = described.value;
  if (!said) {
    return (
      <div class="page">
        <Brand />
        <p class={isFailed.value ? 'problem' : 'hint'} role="status">
          {t(isFailed.value ? 'join.offline' : 'common.loading')}
        </p>
      </div>
    );
  }
  const tags = [...byTag(said)];
  return (
    <div class="docs">
      <nav aria-label={t('docs.parts')}>
        <Brand />
        {tags.map(([tag]) => (
          <a key={tag} href={`#${anchor(tag)}`}>
            {tag}
          </a>
        ))}
        <a href="#webhooks">{t('docs.webhooks')}</a>
        <a href="#schemas">{t('docs.schemas')}</a>
      </nav>
      <div class="stack">
        <header>
          <h1>{t('docs.title', { name: said.info.title.replace(/^Beside: /, '') })}</h1>
          <p class="hint">
            {t('docs.text')} <a href="/api/openapi.json">{t('api.openapi')}</a>
          </p>
        </header>
        {tags.map(([tag, operations]) => (
          <section key={tag} id={anchor(tag)} class="stack">
            <h2>{tag}</h2>
            {operations.map((placed) => (
              <OperationCard key={placed.operation.operationId} {...placed} />
            ))}
          </section>
        ))}
        <section id="webhooks" class="stack">
          <h2>{t('docs.webhooks')}</h2>
          {Object.entries(said.webhooks).map(([event, { post }]) => (
            <OperationCard key={event} method="post" path={event} operation={post} />
          ))}
        </section>
        <section id="schemas" class="stack">
          <h2>{t('docs.schemas')}</h2>
          {Object.entries(said.components.schemas).map(([name, schema]) => (
            <details key={name} id={`shape-${name}`} class="card">
              <summary>
                <code>{name}</code>
              </summary>
              <pre>{JSON.stringify(schema, null, 2)}</pre>
            </details>
          ))}
        </section>
      </div>
    </div>
  );
}

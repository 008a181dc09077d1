import type { Plugin, Rolldown } from 'vite';

const name = 'texts';

/** Before the next: strict pages have it without texts. */
export const languageGroup = { name: 'language', test: /\/shared\/browser\/ui\/language\.ts$/ };

/** The chunk that asks for the file of the language. */
export const textsGroup = { name, test: /\/shared\/browser\/ui\/(i18n|text-of)\.ts$/ };

/**
 * The first script of each page that has texts, and the only one that waits for no other: it asks for the file of the
 * language while the page's scripts are still on their way, so that this costs no round trip of its own.
 */
export const textsFirst = (): Plugin => ({
  name: 'texts-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {}, chunk }) {
      const first = chunk && importsOf(chunk, bundle).find((one) => one.name === name);
      if (!first) return html;
      const tag = (file: string, extra = '') => `<script type="module"${extra} crossorigin src="/${file}"></script>`;
      const own = [first.fileName, ...first.imports];
      const others = html.split('\n').filter((line) => !own.some((file) => line.trim() === tag(file)));
      const tags = [tag(first.fileName, ' async'), ...first.imports.map((file) => tag(file))];
      return others.join('\n').replace('<script', `${tags.join('\n    ')}\n    <script`);
    },
  },
});

function importsOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>();
  const add = (file: string) => {
    const one = bundle[file];
    if (one?.type !== 'chunk' || found.has(one)) return;
    found.add(one);
    one.imports.forEach(add);
  };
  chunk.imports.forEach(add);
  return [...found];
}

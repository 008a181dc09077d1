import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A page whose mirror is looked at. */
export interface CorpusPage {
  name: string;
  /** On the rig's server. */
  path: string;
  /** Ours, made for one feature; all others nobody here wrote. */
  isFeature: boolean;
  /** Firefox cannot be brought into the state that it shows. */
  isChromiumOnly?: boolean;
  /** It hides something from its own scripts, which only the extension gets at. */
  needsExtension?: boolean;
}

const forExtension = new Set(['frame-other-origin.html', 'shadow-closed.html']);

const foreign: Record<string, readonly string[]> = {
  'spectre.css': [
    'docs/index.html',
    'docs/getting-started.html',
    'docs/components.html',
    'docs/components/cards.html',
    'docs/components/nav.html',
    'docs/components/tiles.html',
    'docs/elements/buttons.html',
    'docs/elements/forms.html',
    'docs/elements/tables.html',
    'docs/elements/typography.html',
    'docs/layout/grid.html',
    'docs/rtl.html',
  ],
  'startbootstrap-sb-admin-2': [
    'index.html',
    'buttons.html',
    'cards.html',
    'charts.html',
    'tables.html',
    'login.html',
    'register.html',
    '404.html',
    'utilities-color.html',
  ],
  uikit: [
    'tests/index.html',
    'tests/article.html',
    'tests/button.html',
    'tests/card.html',
    'tests/comment.html',
    'tests/form.html',
    'tests/icon.html',
    'tests/navbar.html',
    'tests/sticky.html',
    'tests/svg.html',
    'tests/table.html',
    'tests/tab.html',
  ],
  dygraphs: ['_site/index.html', '_site/tutorial.html', '_site/options.html', '_site/tests/linear-regression.html'],
  'jquery-weui': ['dist/demos/index.html', 'dist/demos/buttons.html', 'dist/demos/cell.html', 'dist/demos/grid.html'],
  'jquery-ui-dist': ['index.html'],
  'reveal.js': ['demo.html', 'index.html'],
  lightbox2: ['examples/index.html'],
  'hover.css': ['index.html'],
  'typicons.font': ['src/font/demo.html'],
};

const features = fileURLToPath(new URL('../../test/fixtures/features', import.meta.url));

/** Pages that nobody here wrote, as their packages ship them, then one page a feature. */
export function corpus(): CorpusPage[] {
  const own = globSync('*.html', { cwd: features, exclude: ['inner.html'] }).sort();
  return [
    ...foreignPages,
    ...own.map((file) => ({
      name: file.replace(/\.html$/, ''),
      path: `/features/${file}`,
      isFeature: true,
      isChromiumOnly: file === 'dark-scheme.html',
      needsExtension: forExtension.has(file),
    })),
  ];
}

const foreignPages: CorpusPage[] = Object.entries(foreign).flatMap(([name, files]) =>
  files.map((file) => ({ name: `${name}/${file}`, path: `/npm/${name}/${file}`, isFeature: false })),
);

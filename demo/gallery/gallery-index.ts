import type { Language } from '../../shared/browser/ui/language.ts';
import type { BrowserKind } from '../../test/support/test-browser.ts';
import { type Picture, schemes } from './stage.ts';

/** One browser in one language. */
export interface Pass {
  kind: BrowserKind;
  language: Language;
}
export const passName = ({ kind, language }: Pass): string => `${kind}-${language}`;

export interface Taken extends Picture {
  pass: Pass;
}

export interface Fault {
  pass: Pass;
  scene: string;
  message: string;
}

const escaped = (text: string) =>
  text.replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** All pictures of a view beside each other, and what could not be shown. */
export function galleryIndex(taken: readonly Taken[], faults: readonly Fault[]): string {
  const views = Map.groupBy(taken, ({ scene, view }) => `${scene}-${view}`);
  const figure = ({ pass, scene, view, scheme }: Taken) => {
    const file = `${passName(pass)}/${scene}-${view}-${scheme}.png`;
    return `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${escaped(`${scene} ${view}`)}"></a><figcaption>${passName(pass)}, ${scheme}</figcaption></figure>`;
  };
  const section = ([name, pictures]: [string, Taken[]]) =>
    `<section id="${name}"><h2>${escaped(name)}</h2><div>${schemes
      .flatMap((scheme) => pictures.filter((one) => one.scheme === scheme).map(figure))
      .join('')}</div></section>`;
  const fault = ({ pass, scene, message }: Fault) =>
    `<li>${passName(pass)}, ${escaped(scene)}: <code>${escaped(message)}</code></li>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Beside: every view in every state</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { margin: 2rem }
nav { columns: 14rem; margin-bottom: 2rem }
nav a { display: block }
section div { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1rem }
figure { margin: 0 }
img { max-width: 100%; border: 1px solid #8886 }
figcaption { font-size: 13px; opacity: .8 }
</style>
<h1>Every view in every state</h1>
${faults.length > 0 ? `<h2>Could not be shown</h2><ul>${faults.map(fault).join('')}</ul>` : ''}
<nav>${[...views.keys()].map((name) => `<a href="#${name}">${escaped(name)}</a>`).join('')}</nav>
${[...views].map(section).join('\n')}
</html>
`;
}

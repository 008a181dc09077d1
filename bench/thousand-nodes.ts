/** Elements and texts of the page, all in all; said in the metric's name. */
const cards = 108;

const css = `
body { margin: 0; font: 15px/1.5 sans-serif; color: #1b2430; background: #f6f7f9 }
header { display: flex; gap: 24px; align-items: center; padding: 12px 24px; background: #fff; border-bottom: 1px solid #d8dde5 }
main { display: grid; grid-template-columns: repeat(6, 1fr); gap: 12px; padding: 24px }
article { padding: 10px; border: 1px solid #d8dde5; border-radius: 8px; background: #fff }
article:nth-child(3n) { background: #eef4ff }
h2 { margin: 0 0 4px; font-size: 15px } p { margin: 0 0 6px } em { color: #5a6675 }
`;

const card = (_: unknown, at: number) =>
  `<article><h2>Item ${at}</h2><p>In stock since week ${(at % 52) + 1}, <em>${at * 7} pieces</em></p></article>`;

/**
 * A static page of about 1,000 nodes with one button that counts and one text that ticks. `beside` it, a script
 * of a peer may run; `benchClicks` and `benchTicks` say when which change was made, in ms since 1970.
 */
export const thousandNodes = (script = ''): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Thousand nodes</title><link rel="icon" href="data:,"><style>${css}</style>
<script type="importmap">{"imports":{"rrweb":"/vendor/rrweb.js"}}</script></head>
<body><header><strong>Warehouse</strong><button id="press">Count</button><span id="count">n0</span><span id="ticker">t0</span></header>
<main>${Array.from({ length: cards }, card).join('')}</main><footer id="last">The end</footer>
<script>
const now = () => performance.timeOrigin + performance.now();
window.benchClicks = [];
window.benchTicks = [];
document.querySelector('#press').addEventListener('click', () => {
  benchClicks.push(now());
  document.querySelector('#count').textContent = 'n' + benchClicks.length;
});
window.benchTick = () => {
  benchTicks.push(now());
  document.querySelector('#ticker').textContent = 't' + benchTicks.length;
};
</script>
${script === '' ? '' : `<script type="module" src="${script}"></script>`}
</body></html>`;

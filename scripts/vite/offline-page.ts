import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build, type Plugin, type Rolldown } from 'vite';
import { offlineFile, offlineMarks } from '../../shared/recording/offline-format.ts';
import { inlineWorkers } from './inline-workers.ts';

const player = 'virtual:offline-player';
const resolved = `\0${player}`;

const inScript = (code: string) =>
  code.replaceAll('</script', String.raw`<\/script`).replaceAll('<!--', String.raw`<\!--`);
const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
const element = (code: string) => `<script type="module">${code}</script>`;
const policyOf = (scripts: string) =>
  `default-src 'none'; script-src ${scripts}; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; font-src data: blob:; media-src data: blob:; frame-src 'none'; form-action 'none'; base-uri 'none'`;

/**
 * The page that a recording is saved in: one file, which asks for nothing. The player in it is the extension's own page
 * under the same policy, but for its script, which stands in it and is named by its hash.
 */
export function offlinePage(root: string, base: object): Plugin {
  let playerScript = '';

  async function buildPlayer(): Promise<string> {
    const made = await build({
      ...base,
      configFile: false,
      logLevel: 'error',
      plugins: [inlineWorkers()],
      build: {
        target: 'es2022',
        write: false,
        rolldownOptions: { input: `${root}extension/player/main.ts`, output: { format: 'es', codeSplitting: false } },
      },
    });
    const [output] = [made].flat() as Rolldown.RolldownOutput[];
    playerScript = inScript(output?.output[0].code.trim() ?? '');
    const html = readFileSync(`${root}extension/player/index.html`, 'utf8');
    const css = readFileSync(`${root}extension/player/player.css`, 'utf8');
    return (
      html
        .replace(/content="default-src[^"]*"/, () => `content="${policyOf(hashOf(playerScript))}"`)
        .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)
        .replace(/<script type="module"[^>]*><\/script>/, '')
        // What it looks for has to be there: no other file is waited for.
        .replace('</body>', () => `${element(playerScript)}</body>`)
    );
  }
  return {
    name: 'offline-page',
    apply: 'build',
    // The style sheets are there by then.
    enforce: 'post',
    resolveId: (id) => (id === player ? resolved : null),
    load: async (id) => (id === resolved ? `export default ${JSON.stringify(await buildPlayer())};` : null),
    generateBundle: {
      // Vite puts in last what its dynamic imports wait for.
      order: 'post',
      handler(_options, bundle) {
        const all = Object.values(bundle);
        const main = all.find((one) => one.type === 'chunk');
        const css = all.flatMap((one) =>
          one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
        );
        for (const name of Object.keys(bundle)) delete bundle[name];
        const script = inScript(main?.code.trim() ?? '');
        const policy = policyOf(`${hashOf(script)} ${hashOf(playerScript)}`);
        const source = `<!doctype html>
<html>
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="referrer" content="no-referrer" />
<meta name="viewport" content="width=device-width" />
<title>Beside</title>
<style>${css.join('\n')}</style>
</head>
<body>
<main id="app"></main>
${offlineMarks.place}
${element(script)}
</body>
</html>
`;
        this.emitFile({ type: 'asset', fileName: offlineFile.slice(offlineFile.indexOf('/') + 1), source });
      },
    },
  };
}

import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from '../server/environment.ts';
import { freePort } from '../server/free-port.ts';
import { buildAll } from './build/build-all.ts';
import { isFresh, markFresh } from './build/fresh.ts';

// npm start: the relay, its pages, the extension built for it, and a sample shop.

const out = fileURLToPath(new URL('../dist', import.meta.url));
process.env['BESIDE_LOG'] ??= 'warn';
if (process.env['BESIDE_PORT'] === '0') process.env['BESIDE_PORT'] = String(await freePort());

const read = readEnvironment(process.env);
if (!read.ok) fail(`${read.variable} is not understood; see the table in the README.`);
const { port } = read.environment;
if (!(await isFree(port))) fail(`Port ${port} is taken; stop what listens there or set BESIDE_PORT to another.`);

const [publicUrl] = read.environment.settings(port).publicOrigins;
if (!isFresh(out, publicUrl)) {
  say('Building…');
  await buildAll({ out, publicUrl }).catch((error: unknown) =>
    fail(error instanceof Error ? error.message : String(error)),
  );
  markFresh(out, publicUrl);
}

await import('../server/main.ts');

say(`
Beside is running. Ctrl+C stops it.

  Customers join    ${publicUrl}/
  Hosts sign in     ${publicUrl}/sign-in
${process.env['BESIDE_PUBLIC_URL'] ? '' : `  Sample shop       ${publicUrl}/shop/\n`}  Extension         Chrome ${out}/chrome
                    Firefox ${out}/firefox/manifest.json
  Make a host       npm run host:add -- --email you@example.com --name "You" --admin
`);

/** Whether nobody listens on a port. 0 means any. */
function isFree(wanted: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(wanted, () => probe.close(() => resolve(true)));
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

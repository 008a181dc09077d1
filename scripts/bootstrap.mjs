// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
// `node scripts/bootstrap.mjs NAME …` brings what is missing, then runs scripts/NAME.ts in Node 24.
// (`bootstrap && node NAME.ts` would not do: the shell remembers where it found the first `node`.)
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const wantedMajor = 24;
const isCurrent = Number.parseInt(process.versions.node, 10) >= wantedMajor;
const localNode = `${root}node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`;
const [name, ...rest] = process.argv.slice(2);

if (!installed()) install();
if (!isCurrent) checkLocalNode();
if (name) await run(`${root}scripts/${name}.ts`);

async function run(script) {
  if (isCurrent) {
    process.argv = [process.argv[0], script, ...rest];
    await import(pathToFileURL(script).href);
    return;
  }
  const child = spawn(localNode, [script, ...rest], { stdio: 'inherit' });
  // The terminal sends Ctrl+C to both; a supervisor sends SIGTERM to this one only.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`Node ${wantedMajor} could not be started (${error.message}).`));
  child.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/** npm writes the hidden lockfile when an install is complete; an interrupted one leaves none. */
function installed() {
  const hidden = `${root}node_modules/.package-lock.json`;
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
}

function install() {
  process.stderr.write('Installing packages…\n');
  const npm = process.env.npm_execpath;
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...options]] : ['npm', options];
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (result.error) fail(`npm could not be started (${result.error.message}); install npm 10 or later.`);
  if (result.status !== 0) fail(whyInstallFailed(result.stderr));
}

function whyInstallFailed(stderr) {
  const network = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/.exec(
    stderr,
  );
  if (network) {
    return `The packages could not be installed: the npm registry cannot be reached (${network[1]}). Check the network or npm's registry setting.`;
  }
  if (/\bENOSPC\b/.test(stderr)) return 'The packages could not be installed: the disk is full.';
  if (/\b(EACCES|EPERM|EROFS)\b/.test(stderr)) {
    return `The packages could not be installed: ${root}node_modules cannot be written.`;
  }
  const lines = stderr
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('A complete log'));
  return `The packages could not be installed: ${lines.slice(0, 2).join(' ') || 'npm ci failed'}.`;
}

function noScripts() {
  return `Node ${wantedMajor} is missing: it comes with the package "node", whose install script was not run. Allow it (npm install-scripts approve node; no ignore-scripts setting) and run npm ci, or install Node ${wantedMajor} yourself.`;
}

function checkLocalNode() {
  if (!existsSync(localNode)) fail(noScripts());
  const { stdout, error } = spawnSync(localNode, ['--version'], { encoding: 'utf8' });
  if (error || !stdout) {
    fail(`Node ${wantedMajor} was installed but does not run on this system; install Node ${wantedMajor} yourself.`);
  }
  if (Number.parseInt(stdout.slice(1), 10) < wantedMajor) {
    fail(`Node ${wantedMajor} or later is needed, node_modules has ${stdout.trim()}; run npm ci.`);
  }
}

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ensureTools, findTool, type ToolName } from './browsers.ts';
import { buildAll } from './build/build-all.ts';
import { runChecks } from './run/checks.ts';
import { runTool, runToolAside } from './run/command.ts';

// npm test [-- --long]: everything, from the format to two real browsers.

const isLong = process.argv.includes('--long');
// Every pair of browsers in every file; in short each file takes one of them.
if (isLong) process.env['BESIDE_TEST_THOROUGH'] = '1';
const needed: ToolName[] = ['chromium', 'firefox', 'postgres', 'openssl'];
if (process.platform === 'linux') needed.push('xvfb', 'openbox', 'xdotool', 'coturn');
if (process.platform === 'linux' && isLong) needed.push('wine', 'mingw');

const missing = ensureTools(needed, say);
if (missing !== null) fail(missing);
process.env['BESIDE_CHROMIUM'] = findTool('chromium') ?? '';
process.env['BESIDE_FIREFOX'] = findTool('firefox') ?? '';

const tally = { passed: 0, failed: 0 };
const count = (ok: boolean) => (ok ? (tally.passed += 1) : (tally.failed += 1));

const reports = mkdtempSync(`${tmpdir()}/beside-test-`);
// What one project has made for its browsers, the next ones use.
const kept = `${reports}/kept`;
mkdirSync(kept);
process.env['BESIDE_TEST_KEEP'] = kept;
// One worker of each at a time, on two processors: with more of them, what waits for a server or a page waits too long.
const besides = ['--maxWorkers=1'];
say('— build');
count(await builds());
// Beside the checks and the pages one worker is free for about half of them; the others get both processors.
say('— half of the unit tests, and beside them the checks and then the tests in pages');
await Promise.all([
  runProject('unit', [...besides, '--shard=1/2']),
  (async () => {
    const { passed, failed } = await runChecks(1);
    tally.passed += passed;
    tally.failed += failed.length;
    await runProject('browser', besides);
  })(),
]);
say('— the other unit tests');
await runProject('unit', ['--shard=2/2']);
for (const project of ['e2e', 'e2e-alone', ...(isLong ? ['long'] : [])]) {
  say(`— ${project} tests`);
  await runProject(project);
}
rmSync(reports, { recursive: true, force: true });

process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`);
process.exit(tally.failed === 0 ? 0 : 1);

async function builds(): Promise<boolean> {
  try {
    await buildAll({ out: fileURLToPath(new URL('../dist', import.meta.url)) });
    return true;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** Counts the tests of one vitest project. A file that does not load, and a project that runs nothing, is a failure. */
async function runProject(project: string, besides?: readonly string[]): Promise<void> {
  const file = `${reports}/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '--project', project, ...reporters];
  const ok = besides ? await runVitestAside([...args, ...besides]) : runTool('vitest', ...args);
  const { passed, failed } = readReport(file);
  tally.passed += passed;
  tally.failed += failed;
  if (failed > 0 || (ok && passed > 0)) return;
  say(passed === 0 ? `No ${project} test ran.` : `The ${project} tests ended with an error outside of any test.`);
  count(false);
}

async function runVitestAside(args: readonly string[]): Promise<boolean> {
  const { ok, output } = await runToolAside('vitest', ...args);
  process.stdout.write(output);
  return ok;
}

function readReport(file: string): { passed: number; failed: number } {
  const schema = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });
  try {
    const report = v.parse(v.pipe(v.string(), v.parseJson(), schema), readFileSync(file, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
}

import { createInterface } from 'node:readline/promises';
import { system } from '../desk/open-desk.ts';
import { isElevated } from '../is-elevated.ts';
import { isSingleFile, self } from '../self.ts';
import { version } from '../version.ts';
import { install } from './install.ts';
import { placesFor } from './places.ts';
import { statusOf } from './status.ts';
import { uninstall } from './uninstall.ts';

const usage = `Beside Support Manager ${version}

  support-manager install     for this person, in all browsers; also by a double click
  support-manager update      the same, from a newer download
  support-manager uninstall   takes all of it away
  support-manager status      what is installed, and whether it is as it was

Browsers start it by themselves, for the Beside extension only.
`;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What a person wants. Returns the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [command = 'install', ...rest] = args;
  if (rest.length > 0 || !['install', 'update', 'uninstall', 'status'].includes(command)) {
    const wanted = ['--help', '-h', 'help'].includes(command);
    process[wanted ? 'stdout' : 'stderr'].write(usage);
    return wanted ? 0 : 2;
  }
  if (await isElevated()) {
    process.stderr.write('It is for one person, not for the whole computer: run it without administrator rights.\n');
    return 1;
  }
  if (system === 'windows' && !isSingleFile) {
    process.stderr.write('On Windows only the single file (support-manager.exe) can be installed.\n');
    return 1;
  }
  if (!isSingleFile && !self.args[0]?.endsWith('.mjs')) {
    process.stderr.write('This is the source. Build it first: npm run build.\n');
    return 1;
  }
  const code = commands[command as keyof typeof commands]();
  if (args.length === 0) await hold();
  return code;
}

const commands = {
  install: () => put(),
  update: () => put(),
  uninstall() {
    const places = placesFor(system);
    if (uninstall(places)) say('Beside Support Manager is uninstalled.');
    else say(`Browsers no longer know it. Delete the folder ${places.folder} to finish.`);
    return 0;
  },
  status() {
    const { installed, untouched, browsers } = statusOf(placesFor(system));
    if (installed === null) {
      say('Not installed.');
      return 1;
    }
    say(
      `Version ${installed.version}, ${untouched ? 'as it was installed' : 'CHANGED since it was installed: install it anew'}`,
    );
    for (const { browser, ok } of browsers) say(`  ${browser}: ${ok ? 'ready' : 'not set up; install it anew'}`);
    return untouched && browsers.every(({ ok }) => ok) ? 0 : 1;
  },
};

function put(): number {
  const places = placesFor(system);
  const before = statusOf(places).installed?.version;
  install(places);
  const now =
    before === undefined || before === version
      ? `Version ${version} is installed`
      : `Updated from ${before} to ${version}`;
  say(`${now}, in ${places.folder}.\nGo back to your browser: Beside notices it by itself.`);
  return 0;
}

/** After a double click the window would close before anybody could read it. */
async function hold(): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  await asking.question('\nPress Enter to close. ');
  asking.close();
}

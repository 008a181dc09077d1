import { guard } from './guard/guard.ts';
import { runCommand } from './install/run-command.ts';
import { serve } from './serve.ts';
import { whoCalls } from './who-calls.ts';

// Started by a browser: talk to it. By itself, to guard it. By a person, with a command or by a double click: install.

const args = process.argv.slice(2);
const caller = whoCalls(args);
if (caller !== 'nobody') await serve(caller);
else if (args[0] === 'guard') await guard();
else process.exitCode = await runCommand(args);

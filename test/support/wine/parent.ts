// Runs under Wine, in the browser's place: a Windows program must be started by a Windows program to get its pipes.
// What the child says goes to a port of the test's, and back.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';

const [program = '', caller = '', port] = process.argv.slice(2);
const { BUN_BE_BUN: _own, ...env } = process.env;
const child = spawn(program, [caller], { stdio: ['pipe', 'pipe', 'inherit'], env });
const socket = connect(Number(port), '127.0.0.1');
socket.pipe(child.stdin);
child.stdout.pipe(socket);
child.on('exit', (code) => socket.end(() => process.exit(code ?? 1)));

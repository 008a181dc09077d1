import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { freePort } from '../../../server/free-port.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import { answers } from '../answers.ts';

export interface MeshCentral {
  url: string;
  /** Lets that display be seen through the server; gives the process id. */
  startAgent(display: string, settings: string): number;
  stop(): Promise<void>;
}

const startsWithinMs = 60_000;

/** Its server for one person, who need not sign in, with everything else as it comes; nothing is asked of other machines. */
const settings = (port: number) => ({
  cert: '127.0.0.1',
  port,
  portBind: '127.0.0.1',
  WANonly: true,
  noUsers: true,
  redirPort: 0,
  mpsPort: 0,
  agentTimeStampServer: false,
  autoBackup: false,
  selfUpdate: false,
  webRtcConfig: { iceServers: [] },
});

/** A new one, which knows nothing of those before. */
export async function startMeshCentral(installed: string): Promise<MeshCentral> {
  const folder = mkdtempSync(`${tmpdir()}/beside-mesh-central-`);
  const [data, files, agent] = ['data', 'files', 'agent'].map((name) => `${folder}/${name}`) as [
    string,
    string,
    string,
  ];
  for (const one of [data, files, agent]) mkdirSync(one);
  const port = await freePort();
  writeFileSync(`${data}/config.json`, JSON.stringify({ settings: settings(port), domains: { '': {} } }));
  const options = { cwd: folder, stdio: 'ignore' } as const;
  const started: ChildProcess[] = [
    spawn(process.execPath, [installed, '--datapath', data, '--filespath', files], options),
  ];

  async function stop(): Promise<void> {
    await Promise.all(started.map(end));
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    await waitFor('MeshCentral', () => answers(port), startsWithinMs);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `https://127.0.0.1:${port}`,
    startAgent(display, itsSettings) {
      copyFileSync(`${installed}/agents/meshagent_x86-64`, `${agent}/meshagent`);
      chmodSync(`${agent}/meshagent`, 0o755);
      writeFileSync(`${agent}/meshagent.msh`, itsSettings);
      const child = spawn(`${agent}/meshagent`, ['run'], {
        ...options,
        cwd: agent,
        env: { ...process.env, DISPLAY: display },
      });
      started.push(child);
      return child.pid ?? 0;
    },
    stop,
  };
}

/** Asked to, since the server ends what it has started itself. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'exit');
}

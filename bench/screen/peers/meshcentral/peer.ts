import type { ControlPeer } from '../../peer.ts';
import type { Box } from '../../picture.ts';
import type { Stage } from '../../stage.ts';
import { meshAgents } from './agent.ts';
import { meshCentralPackage, version } from './package.ts';
import { startMeshServer } from './server.ts';
import { agentGone, closeDesktop, openDesktop, settingsForAgents, signIn } from './viewer.ts';

export interface MeshCentral {
  peer: ControlPeer;
  close(): Promise<void>;
}

/**
 * MeshCentral with its defaults: its agent at the customer's, its server between, its own page at the host's. Throws
 * with the reason when it cannot be had here.
 */
export async function openMeshCentral({ displays, openWindow }: Stage, room: Box): Promise<MeshCentral> {
  const program = meshCentralPackage();
  const server = await startMeshServer(program);
  const viewer = await openWindow('host', '/empty.html');
  const cleanUps: (() => unknown)[] = [server.close, () => viewer.close()];
  const close = async () => {
    for (const cleanUp of cleanUps.toReversed()) await cleanUp();
  };
  try {
    await signIn(viewer, server, room);
    const agents = meshAgents(program, await settingsForAgents(viewer));
    let stopAgent: (() => Promise<void>) | null = null;
    const peer: ControlPeer = {
      name: `MeshCentral ${version}`,
      viewer,
      picture: '#Desk',
      async start() {
        stopAgent = agents.start(displays.customer.name);
        await openDesktop(viewer);
        return null;
      },
      async stop() {
        await closeDesktop(viewer);
        await stopAgent?.();
        await agentGone(viewer);
      },
    };
    cleanUps.push(agents.remove, async () => stopAgent?.());
    // Whether it can show a screen here is known then, and its agent has its keys.
    await peer.start();
    await peer.stop();
    return { peer, close };
  } catch (error) {
    await close();
    throw error;
  }
}

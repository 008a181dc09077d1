import type { Page } from 'puppeteer';
import { waitFor } from '../../../test/support/wait-for.ts';
import { installMeshCentral } from '../mesh-central/install-mesh-central.ts';
import { type MeshCentral, startMeshCentral } from '../mesh-central/start-mesh-central.ts';
import type { ScreenPeer } from '../peer.ts';
import type { Stage } from '../stage.ts';

/** What its page calls its own. */
declare global {
  const meshserver: { State: number; send(message: object): void } | null;
  const meshes: Record<string, unknown>;
  const nodes: { _id: string; conn: number }[] | null;
  const desktop: { State: number } | null;
  function gotoDevice(node: string, panel: number): void;
  function connectDesktop(event: null, kind: number): void;
  interface Window {
    /** Bytes that its sockets have received. */
    benchBytes: number;
  }
}

/** Its numbers for a connected server and desktop, for the panel with the desktop, and for its own agent. */
const its = { serverIsConnected: 2, desktopIsConnected: 3, desktopPanel: 11, agent: 3 };
const comesWithinMs = 60_000;

/**
 * MeshCentral's agent at the customer's, its desktop page at the host's, its server between; all with their defaults.
 * `viewer`: a page of the host's that another peer leaves empty meanwhile.
 */
export async function meshCentralPeer(stage: Stage, viewer: Page): Promise<ScreenPeer> {
  const installed = installMeshCentral();
  await trustAnyCertificate(viewer);
  await countBytes(viewer);
  let mesh: MeshCentral | null = null;
  let agent: number | null = null;
  async function stop(): Promise<void> {
    await viewer.goto(`${stage.server.url}/empty.html`);
    await mesh?.stop();
    mesh = null;
    agent = null;
  }
  return {
    name: 'MeshCentral',
    viewer,
    picture: '#Desk',
    async start() {
      mesh = await startMeshCentral(installed);
      try {
        await viewer.goto(mesh.url, { waitUntil: 'load' });
        agent = mesh.startAgent(stage.displays.customer.name, await makeGroup(viewer));
        await connect(viewer);
      } catch (error) {
        await stop();
        throw error;
      }
      return null;
    },
    received: () => viewer.evaluate(() => window.benchBytes),
    helpers: () => (agent === null ? [] : [agent]),
    stop,
  };
}

/** Makes a group of devices and gives what an agent has to know to be in it. */
async function makeGroup(viewer: Page): Promise<string> {
  await waitFor('its server to be heard', () =>
    viewer.evaluate((open) => meshserver?.State === open, its.serverIsConnected),
  );
  await viewer.evaluate(() => meshserver?.send({ action: 'createmesh', meshname: 'bench', meshtype: 2 }));
  const group = await waitFor('the group', () => viewer.evaluate(() => Object.keys(meshes)[0]));
  return viewer.evaluate(async (id) => (await fetch(`/meshsettings?id=${id}`)).text(), group.split('/').at(-1) ?? '');
}

async function connect(viewer: Page): Promise<void> {
  const node = await waitFor(
    'the agent',
    () => viewer.evaluate(() => nodes?.find(({ conn }) => conn === 1)?._id),
    comesWithinMs,
  );
  await viewer.evaluate(
    (id, { desktopPanel, agent: kind }) => {
      gotoDevice(id, desktopPanel);
      connectDesktop(null, kind);
    },
    node,
    its,
  );
  await waitFor(
    'the picture',
    () =>
      viewer.evaluate((connected) => {
        const canvas = document.querySelector<HTMLCanvasElement>('#Desk');
        const row = canvas?.getContext('2d')?.getImageData(0, canvas.height / 2, canvas.width, 1).data;
        return desktop?.State === connected && row?.some((value, at) => at % 4 < 3 && value > 0);
      }, its.desktopIsConnected),
    comesWithinMs,
  );
}

/** Its server has made its own. */
async function trustAnyCertificate(viewer: Page): Promise<void> {
  const cdp = await viewer.createCDPSession();
  await cdp.send('Security.setIgnoreCertificateErrors', { ignore: true });
}

async function countBytes(viewer: Page): Promise<void> {
  await viewer.evaluateOnNewDocument(() => {
    // The other's pages are left as they are.
    if (location.protocol !== 'https:') return;
    window.benchBytes = 0;
    const Plain = WebSocket;
    globalThis.WebSocket = class extends Plain {
      constructor(...args: ConstructorParameters<typeof Plain>) {
        super(...args);
        this.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer | string>) => {
          window.benchBytes += typeof data === 'string' ? data.length : data.byteLength;
        });
      }
    };
  });
}

import type { Page } from 'puppeteer';
import { waitFor } from '../../../../test/support/wait-for.ts';
import type { Box } from '../../picture.ts';
import type { MeshServer } from './server.ts';

// What MeshCentral's own page has in the global scope.
declare const meshserver: { State: number; send(message: object): void } | undefined;
declare const meshes: Record<string, object>;
declare const nodes: { _id: string; conn?: number }[] | undefined;
declare const desktop: { State: number } | null | undefined;
declare function gotoDevice(node: string, panel: number): void;
declare function connectDesktop(event: null, kind: number): void;

const connected = { server: 2, desktop: 3 };
const agentConnection = 1;
const desktopPanel = 11;
const through = { nothing: 0, agent: 3 };
const startsWithinMs = 30_000;

/** Its own page, signed in, with that much room for a desktop. */
export async function signIn(viewer: Page, { url, name, password }: MeshServer, room: Box): Promise<void> {
  const cdp = await viewer.createCDPSession();
  // For as long as the session is attached.
  await cdp.send('Security.setIgnoreCertificateErrors', { ignore: true });
  await viewer.goto(url, { waitUntil: 'load' });
  await viewer.type('input[name=username]', name);
  await viewer.type('input[name=password]', password);
  await Promise.all([viewer.waitForNavigation(), viewer.keyboard.press('Enter')]);
  await waitFor('its page', () =>
    viewer.evaluate((state) => typeof meshserver === 'object' && meshserver.State === state, connected.server),
  );
  await viewer.addStyleTag({
    content: `#Desk { position: fixed; inset: 0 auto auto 0; z-index: 9999; width: ${room.width}px !important; height: ${room.height}px !important; }`,
  });
}

/** With a new group, in which an agent with them will be. */
export async function settingsForAgents(viewer: Page): Promise<string> {
  await viewer.evaluate(() => meshserver?.send({ action: 'createmesh', meshname: 'bench', meshtype: 2, desc: '' }));
  const group = await waitFor('its group of devices', () => viewer.evaluate(() => Object.keys(meshes)[0]));
  return viewer.evaluate(async (id) => (await fetch(`/meshsettings?id=${id}`)).text(), group.split('/')[2]);
}

const agentNow = (viewer: Page) =>
  viewer.evaluate((agent) => nodes?.find(({ conn = 0 }) => conn & agent)?._id, agentConnection);

/** The only agent's desktop. */
export async function openDesktop(viewer: Page): Promise<void> {
  const node = await waitFor('its agent', () => agentNow(viewer), startsWithinMs);
  await viewer.evaluate((id, panel) => gotoDevice(id, panel), node, desktopPanel);
  await viewer.evaluate((kind) => connectDesktop(null, kind), through.agent);
  await waitFor(
    'its desktop',
    () => viewer.evaluate((state) => desktop?.State === state, connected.desktop),
    startsWithinMs,
  );
}

export async function closeDesktop(viewer: Page): Promise<void> {
  await viewer.evaluate((kind) => connectDesktop(null, kind), through.nothing);
  await waitFor('the end of its desktop', () => viewer.evaluate(() => !desktop));
}

export const agentGone = (viewer: Page): Promise<unknown> =>
  waitFor('its agent to be gone', async () => !(await agentNow(viewer)), startsWithinMs);

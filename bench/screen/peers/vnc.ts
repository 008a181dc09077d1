import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Page } from 'puppeteer';
import { findTool } from '../../../scripts/browsers.ts';
import { freePort } from '../../../server/free-port.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import { type ScreenPeer, roomQuery } from '../peer.ts';
import type { Box } from '../picture.ts';
import type { Stage } from '../stage.ts';

/** x11vnc with its defaults at the customer's, noVNC at the host's. */
export async function vncPeer(stage: Stage, room: Box): Promise<ScreenPeer> {
  const viewer = await stage.openWindow('host', '/empty.html');
  let server: ChildProcess | null = null;
  const open = (page: Page, port: number) =>
    page.goto(`${stage.server.url}/vnc.html?port=${port}&${roomQuery(room)}`, { waitUntil: 'load' });
  return {
    name: 'x11vnc + noVNC',
    viewer,
    picture: 'canvas',
    async start() {
      const port = await freePort();
      const args = ['-localhost', '-rfbport', String(port), '-forever', '-nopw', '-shared', '-quiet'];
      server = spawn(findTool('x11vnc') ?? 'x11vnc', ['-display', stage.displays.customer.name, ...args], {
        stdio: 'ignore',
      });
      await waitFor('x11vnc', () => answers(port));
      await open(viewer, port);
      await waitFor('noVNC', () => viewer.evaluate(() => window.benchReady));
      return null;
    },
    received: () => Promise.resolve(stage.server.vncBytes()),
    helpers: () => (server?.pid === undefined ? [] : [server.pid]),
    async stop() {
      await viewer.goto(`${stage.server.url}/empty.html`);
      // It does not listen to SIGTERM.
      server?.kill('SIGKILL');
      if (server && server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      server = null;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

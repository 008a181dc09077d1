import type { Page } from 'puppeteer';
import { newId } from '../../../shared/protocol/new-id.ts';
import type { LocalRelay } from '../local-relay.ts';
import { makeHost } from '../make-host.ts';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import { signInDirectly } from './host.ts';

interface Watched {
  /** Every WebRTC connection that the page has made, and every track of a microphone or camera. */
  peers: RTCPeerConnection[];
  tracks: MediaStreamTrack[];
}

/** From now on the page remembers what it opens, for the functions below. To be called before the first call. */
export const watchMedia = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched: Watched = { peers: [], tracks: [] };
    const Plain = globalThis.RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Plain {
      constructor(...args: ConstructorParameters<typeof Plain>) {
        super(...args);
        watched.peers.push(this);
      }
    };
    const plain = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await plain(constraints);
      watched.tracks.push(...stream.getTracks());
      return stream;
    };
    Object.assign(globalThis, { watched });
  });

export interface Heard {
  /** What was received in the time: energy of sound, frames of pictures, and from how many. */
  energy: number;
  frames: number;
  voices: number;
}

/** What arrives within so many ms, measured by the browser in what it decodes. */
export const listen = (page: Page, ms = 1_000): Promise<Heard> =>
  page.evaluate(async (howLong) => {
    const { watched } = globalThis as unknown as { watched: Watched };
    const measure = async () => {
      let frames = 0;
      const energies = new Map<string, number>();
      for (const [index, peer] of watched.peers.entries()) {
        if (peer.connectionState === 'closed') continue;
        const report = (await peer.getStats()) as ReadonlyMap<string, Record<string, unknown>>;
        for (const one of report.values()) {
          if (one['type'] !== 'inbound-rtp') continue;
          if (one['kind'] === 'audio')
            energies.set(`${index} ${String(one['ssrc'])}`, Number(one['totalAudioEnergy'] ?? 0));
          else frames += Number(one['framesDecoded'] ?? 0);
        }
      }
      return { frames, energies };
    };
    const before = await measure();
    await new Promise((resolve) => setTimeout(resolve, howLong));
    const after = await measure();
    const gains = [...after.energies].map(([key, value]) => value - (before.energies.get(key) ?? 0));
    return {
      energy: gains.reduce((sum, one) => sum + one, 0),
      frames: after.frames - before.frames,
      voices: gains.filter((gain) => gain > 0.000_01).length,
    };
  }, ms);

/** Waits until so many others are heard. */
export const hears = (page: Page, voices = 1, who = 'the page', withinMs = 45_000): Promise<Heard> =>
  waitFor(
    `${voices} to be heard by ${who}`,
    async () => {
      const heard = await listen(page, 1_500);
      return heard.voices === voices ? heard : undefined;
    },
    withinMs,
  );

/** What of the person's microphones and cameras is on. */
export const devicesOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (globalThis as unknown as { watched: Watched }).watched.tracks
      .filter(({ readyState }) => readyState === 'live')
      .map(({ kind }) => kind)
      .sort(),
  );

/** Breaks the connection that carries sound or pictures, as a network does. */
export const breakMedia = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched };
    const carrying = watched.peers.filter(
      (peer) => peer.connectionState === 'connected' && peer.getReceivers().some(({ track }) => track.kind === 'audio'),
    );
    // As when ICE fails: simple-peer hears of it, and gives up.
    for (const peer of carrying) {
      peer.close();
      peer.dispatchEvent(new Event('iceconnectionstatechange'));
    }
    return carrying.length;
  });

/** Which of the connections that the page has made carry sound now. */
export const voicePeers = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const { peers } = (globalThis as unknown as { watched: Watched }).watched;
    return peers.flatMap((peer, index) =>
      peer.connectionState === 'connected' && peer.getReceivers().some(({ track }) => track.kind === 'audio')
        ? [index]
        : [],
    );
  });

export const person = (name: string) => `[data-call-person="${name}"]`;

/** The signs at somebody in the call. */
export const signs = (
  page: Page,
  name: string,
): Promise<{ microphone?: string; speaking?: string; picture: boolean }> =>
  page.evaluate((selector) => {
    const tile = document.querySelector<HTMLElement>(selector);
    return { ...tile?.dataset, picture: tile?.querySelector('video') !== null && tile !== null };
  }, person(name));

/** Lets another host into the session, as its store has it, and opens their console. */
export async function addAssistant(relay: LocalRelay, lead: Page, browser: TestBrowser, name: string): Promise<Page> {
  const { store } = relay.deps;
  const sessionId = await lead.evaluate(() => location.hash.slice(1));
  const host = await makeHost(relay.deps, { name });
  const userId = await relay.deps.auth.api
    .getSession({ headers: new Headers({ authorization: `Bearer ${host.bearer}` }) })
    .then((session) => session?.user.id ?? '');
  const participantId = newId();
  const entries = await store.entries(sessionId, 0);
  const appended = await store.append({
    sessionId,
    after: entries.length,
    at: relay.deps.now(),
    by: 'relay',
    facts: [{ type: 'participant.admitted', participantId, name, role: 'assistant' }],
    seats: [{ participantId, tokenHash: newId(), role: 'assistant', userId }],
  });
  if (!appended.ok) throw new Error(appended.code);
  await signInDirectly(browser, relay.url, host);
  return browser.openExtensionPage('console', `#${sessionId}`);
}

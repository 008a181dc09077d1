import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { mutationDelays } from '../pair.ts';
import type { Peer, Theatre } from './theatre.ts';

/** Delays in ms, one for each change at the customer; Infinity for what never came. */
export interface FollowFigures {
  mutations: number[];
  pointer: number[];
  scroll: number[];
}

const page = 'nodes.html?n=5000';
const moves = 60;
const moveMs = 25;
const stepPixels = 8;
const settleMs = 2_000;

/** How closely the mirror follows: changes, the pointer, scrolling. */
export async function follow(theatre: Theatre, peer: Peer, changes: number): Promise<FollowFigures> {
  const { customer, host } = theatre;
  await theatre.open(peer, page);
  await theatre.mirror();
  const mutations = await mutationDelays({ host, customer }, changes);
  const pointer = await trail(host, 'pointer', customer, async () => {
    for (let at = 1; at <= moves; at += 1) {
      await customer.mouse.move(20 + at * stepPixels, 300);
      await sleep(moveMs);
    }
  });
  return { mutations, pointer, scroll: await scrollDelays(theatre) };
}

/** Of scrolling alone, pushed with nothing else: what nobody can beat here. */
export async function followPush(theatre: Theatre): Promise<FollowFigures> {
  await theatre.open('push', page);
  await theatre.mirror();
  return { mutations: [], pointer: [], scroll: await scrollDelays(theatre) };
}

const scrollDelays = ({ customer, host }: Theatre): Promise<number[]> =>
  trail(host, 'scroll', customer, async () => {
    for (let at = 1; at <= moves; at += 1) {
      await customer.evaluate((top) => scrollTo(0, top), at * stepPixels);
      await sleep(moveMs);
    }
  });

/** One place on the way: pixels from the start, and when, ms since 1970. */
type Mark = [pixels: number, at: number];

declare global {
  interface Window {
    benchTrail: Mark[];
    benchTrailEnd?: () => void;
  }
}

/** Both sides only go forward, so a place is reached by whatever is at it or beyond. */
async function trail(
  host: Page,
  kind: 'pointer' | 'scroll',
  customer: Page,
  drive: () => Promise<void>,
): Promise<number[]> {
  await customer.evaluate((what) => {
    const marks: Mark[] = [];
    window.benchTrail = marks;
    const note = (event: Event) => {
      const pixels = what === 'pointer' ? (event as MouseEvent).clientX : scrollY;
      marks.push([pixels, performance.timeOrigin + event.timeStamp]);
    };
    const name = what === 'pointer' ? 'mousemove' : 'scroll';
    addEventListener(name, note, true);
    window.benchTrailEnd = () => removeEventListener(name, note, true);
  }, kind);
  await host.evaluate((what) => {
    const marks: Mark[] = [];
    window.benchTrail = marks;
    let isOver = false;
    window.benchTrailEnd = () => (isOver = true);
    const now = () => {
      if (what === 'scroll') return window.benchMirror?.()?.defaultView?.scrollY;
      return window.benchPointer?.()?.x;
    };
    const look = () => {
      const pixels = now();
      if (pixels !== undefined && pixels > (marks.at(-1)?.[0] ?? 0)) {
        marks.push([pixels, performance.timeOrigin + performance.now()]);
      }
      if (!isOver) requestAnimationFrame(look);
    };
    look();
  }, kind);
  await drive();
  await sleep(settleMs);
  const made = await customer.evaluate(() => (window.benchTrailEnd?.(), window.benchTrail));
  const seen = await host.evaluate(() => (window.benchTrailEnd?.(), window.benchTrail));
  // Fractions of a pixel are lost on the way.
  return made.map(([pixels, at]) => Math.max(0, (seen.find(([place]) => place >= pixels - 1)?.[1] ?? Infinity) - at));
}

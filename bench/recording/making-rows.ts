import { setTimeout as sleep } from 'node:timers/promises';
import { threadMs } from '../mirror/cpu.ts';
import { driveSession } from '../mirror/drive-session.ts';
import { interleave } from '../mirror/interleave.ts';
import type { Theatre } from '../mirror/theatre.ts';
import { median, type Row, rowsOf } from '../row.ts';

const times = 3;
const settleMs = 300;

interface Made {
  /** Of all that is recorded, and how long it took. */
  bytes: number;
  ms: number;
  /** Of the customer's main thread, ms: to begin, and from then on. */
  once: number;
  cpu: number;
}

/**
 * The scripted session with its first snapshot; `isRecorded`: with the one snapshot that a recording asks for, since
 * nothing from before the customer's yes may be in it.
 */
async function mirrored(theatre: Theatre, peer: 'ours' | 'rrweb', isRecorded: boolean): Promise<Made> {
  await theatre.open(peer, 'session.html');
  await theatre.mirror();
  const idle = await threadMs(theatre.cdp);
  if (isRecorded) await theatre.host.evaluate(() => window.rigRefresh());
  await sleep(settleMs);
  await theatre.settle();
  const ready = await threadMs(theatre.cdp);
  const began = performance.now();
  await driveSession(theatre.customer);
  const ms = performance.now() - began;
  await sleep(settleMs);
  await theatre.settle();
  return { bytes: await theatre.sent(), ms, once: ready - idle, cpu: (await threadMs(theatre.cdp)) - ready };
}

/** The same session as moving pictures of the tab. */
async function filmed(theatre: Theatre): Promise<Made> {
  await theatre.open('none', 'session.html');
  const { customer } = theatre;
  await customer.evaluate(async () => {
    const options = { video: { frameRate: 5 }, preferCurrentTab: true } as DisplayMediaStreamOptions;
    const recorder = new MediaRecorder(await navigator.mediaDevices.getDisplayMedia(options), {
      mimeType: 'video/webm;codecs=vp8',
    });
    const film = { bytes: 0, recorder };
    recorder.ondataavailable = ({ data }) => void (film.bytes += data.size);
    recorder.start(1_000);
    Object.assign(window, { film });
  });
  const idle = await threadMs(theatre.cdp);
  const began = performance.now();
  await driveSession(customer);
  const ms = performance.now() - began;
  const made = { ms, once: 0, cpu: (await threadMs(theatre.cdp)) - idle };
  const bytes = await customer.evaluate(async () => {
    const { film } = window as Window & { film?: { bytes: number; recorder: MediaRecorder } };
    if (!film) return 0;
    await new Promise((resolve) => {
      film.recorder.onstop = resolve;
      film.recorder.stop();
    });
    for (const track of film.recorder.stream.getTracks()) track.stop();
    return film.bytes;
  });
  return { ...made, bytes };
}

/** What recording takes: bytes, and of the customer's page. */
export async function makingRows(theatre: Theatre): Promise<Row[]> {
  const { plain, recorded, rrweb, film } = await interleave(times, {
    plain: () => mirrored(theatre, 'ours', false),
    recorded: () => mirrored(theatre, 'ours', true),
    rrweb: () => mirrored(theatre, 'rrweb', false),
    film: () => filmed(theatre),
  });
  const row = rowsOf('recording');
  const aMinute = (made: readonly Made[]) => median(made.map(({ bytes, ms }) => (bytes / ms) * 60_000)) / 1_024;
  const spent = (made: readonly Made[], what: 'once' | 'cpu') => median(made.map((one) => one[what]));
  const metric = 'a minute of a scripted session';
  return [
    row(metric, aMinute(recorded), { unit: 'KiB', peer: ['rrweb JSON', aMinute(rrweb)] }),
    row(metric, aMinute(recorded), { unit: 'KiB', peer: ['WebM of the tab, 5 frames a second', aMinute(film)] }),
    row("customer's main thread, to begin", spent(recorded, 'once'), {
      peer: ['mirrored, not recorded', spent(plain, 'once')],
    }),
    row("customer's main thread, scripted session", spent(recorded, 'cpu'), {
      peer: ['mirrored, not recorded', spent(plain, 'cpu')],
      goal: { ratioAtMost: 1.05 },
    }),
  ];
}

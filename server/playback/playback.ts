import type { NewLink, LinkMade, RecordingView } from '../../shared/protocol/playback.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import { playbackLimits } from '../../shared/protocol/playback.ts';
import type { RestErrorCode } from '../../shared/protocol/rest.ts';
import type { RecordingId } from '../../shared/recording/manifest.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { Host } from '../routes/env.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import type { RecordingAccess } from './recording-access.ts';
import { viewReport } from './view-report.ts';
import { readViewToken, type ViewRight, writeViewToken } from './view-token.ts';

export type Opened = { ok: true; token: string; view: RecordingView } | { ok: false; code: RestErrorCode };

export interface Playback {
  /** By right. Whether there is such a recording is no business of others. */
  open(host: Host, recordingId: RecordingId): Promise<Opened>;
  /** By a link; `host`: who is signed in, if anybody is. */
  openLink(host: Host | null, secret: string): Promise<Opened>;
  maySee(host: Host, recordingId: RecordingId): Promise<boolean>;
  /** Null: it opens nothing, or not any more. */
  right(token: string | undefined, recordingId: RecordingId): Promise<ViewRight | null>;
  makeLink(host: Host, recordingId: RecordingId, link: NewLink): Promise<LinkMade | RestErrorCode>;
}

interface Parts {
  recordings: Recordings;
  access: RecordingAccess;
  audit: Audit;
}

/** Who comes by a link and is not signed in. */
const nobody = { id: 'link', name: 'By a link' } as const;

/** Looking at recordings: who may, for how long, and that it is written down before anything is shown. */
export function createPlayback(
  { store, recordingLinks: links, secret, now }: Pick<Deps, 'store' | 'recordingLinks' | 'secret' | 'now'>,
  { recordings, access, audit }: Parts,
): Playback {
  async function maySee(host: Host, recordingId: RecordingId): Promise<boolean> {
    const known = await recordings.find(recordingId);
    return known !== undefined && access.maySee(host, known.sessionId);
  }
  async function begin(
    right: Omit<ViewRight, 'until'>,
    at: number,
    isForHosts: boolean,
    before: number,
  ): Promise<Opened> {
    const { recordingId, by, byName, linkId } = right;
    const manifest = await recordings.manifest(recordingId);
    const report = manifest && viewReport(await store.entries(manifest.sessionId, 0), isForHosts, manifest);
    if (!manifest || !report) return { ok: false, code: 'not-found' };
    const what = linkId === null ? 'recording.viewed' : 'recording.link-opened';
    await audit.note({ id: by, name: byName }, what, { recordingId, ...(linkId !== null && { linkId }) });
    const until = Math.min(now() + playbackLimits.viewMs, before);
    return {
      ok: true,
      token: writeViewToken(secret, { ...right, until }),
      view: { manifest, report, at, isOwn: linkId === null },
    };
  }
  return {
    maySee,
    async open(host, recordingId) {
      if (!(await maySee(host, recordingId))) return { ok: false, code: 'not-found' };
      return begin({ recordingId, linkId: null, by: host.userId, byName: host.name }, 0, true, Infinity);
    },
    async openLink(host, linkSecret) {
      const link = await links.bySecret(hashSecret(linkSecret), now());
      if (!link) return { ok: false, code: 'not-found' };
      if (link.audience === 'hosts' && !host) return { ok: false, code: 'auth.required' };
      const { recordingId, linkId, at, expiresAt } = link;
      const who = host ? { by: host.userId, byName: host.name } : { by: nobody.id, byName: nobody.name };
      return begin({ recordingId, linkId, ...who }, at, host !== null, expiresAt);
    },
    async right(token, recordingId) {
      const right = readViewToken(secret, token, now());
      if (right?.recordingId !== recordingId) return null;
      return right.linkId === null || (await links.isOpen(right.linkId, now())) ? right : null;
    },
    async makeLink(host, recordingId, { audience, at, forMs }) {
      if (!(await maySee(host, recordingId))) return 'not-found';
      const madeAt = now();
      if ((await links.of(recordingId, madeAt)).length >= playbackLimits.links) return 'recording.links-full';
      const linkSecret = newSecret();
      const shown = { linkId: newId(), audience, at, madeByName: host.name, madeAt, expiresAt: madeAt + forMs };
      const detail = { recordingId, linkId: shown.linkId, audience, atMs: at, expiresAt: shown.expiresAt };
      await audit.note({ id: host.userId, name: host.name }, 'recording.link-made', detail);
      await links.add({ ...shown, recordingId, madeBy: host.userId }, hashSecret(linkSecret));
      return { ...shown, secret: linkSecret };
    },
  };
}

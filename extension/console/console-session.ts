import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PageSharing } from '../../shared/browser/assist/page-sharing.ts';
import type { DeviceMemory } from '../../shared/browser/call/chosen-devices.ts';
import { isRung } from '../../shared/browser/call/call-view.ts';
import { createCall, type OwnCall } from '../../shared/browser/call/create-call.ts';
import { type Clipboard, createClipboard } from '../../shared/browser/clipboard/create-clipboard.ts';
import { createFeedbackApi, type FeedbackApi } from '../../shared/browser/api/feedback-api.ts';
import { createWatchedDetails, type WatchedDetails } from '../../shared/browser/details/watched-details.ts';
import { createChat, type OwnChat } from '../../shared/browser/chat/create-chat.ts';
import { keptDrafts } from '../../shared/browser/chat/kept-drafts.ts';
import { createKeptCache } from '../../shared/browser/cobrowse/assets/kept-cache.ts';
import { createFiles, type OwnFiles } from '../../shared/browser/files/create-files.ts';
import { createFileDisk } from '../../shared/browser/files/file-disk.ts';
import { keptFiles } from '../../shared/browser/files/kept-files.ts';
import type { DrawingTools } from '../../shared/browser/drawing/drawing-tools.ts';
import type { HostCobrowse, Notice } from '../../shared/browser/cobrowse/host-cobrowse.ts';
import type { Link } from '../../shared/browser/link/contract.ts';
import { createWays } from '../../shared/browser/link/create-ways.ts';
import type { Media } from '../../shared/browser/link/media.ts';
import type { SessionClient } from '../../shared/browser/link/session-client.ts';
import { type Alive, watchAlive } from '../../shared/browser/link/watch-alive.ts';
import { createWayBook } from '../../shared/browser/link/way-book.ts';
import { createPageTap } from '../../shared/browser/recording/page-tap.ts';
import { createRecorder } from '../../shared/browser/recording/create-recorder.ts';
import type { OwnManager } from '../../shared/browser/manager/own-manager.ts';
import { noticeText } from '../../shared/browser/showing/notice-text.ts';
import type { WatchedTabs } from '../../shared/browser/showing/watched-tabs.ts';
import { createWatching } from '../../shared/browser/showing/watching.ts';
import { errorText, t } from '../../shared/browser/ui/i18n.ts';
import type { ScreenQuality } from '../../shared/protocol/media.ts';
import type { Seat, Site } from '../../shared/protocol/rest.ts';
import { isOfferedTo } from '../../shared/session/is-switched-on.ts';
import { levels } from '../../shared/session/share.ts';
import type { Participant } from '../../shared/session/state.ts';
import { type ConsoleCanned, createCanned } from './canned/create-canned.ts';
import { customerOf, type PageShares, pageShares, waitingIn } from './console-state.ts';
import { type ConsoleScreens, createConsoleScreens } from './console-screens.ts';
import { createHostRecording, type HostRecording } from './recording/host-recording.ts';
import { type AskedTools, createAskedTools } from './asked-tools.ts';
import { createHostFolder, type HostFolder } from './folder/host-folder.ts';
import { createLead, type Lead } from './lead.ts';
import { createNotes, type OwnNotes } from './notes/create-notes.ts';
import { keptNotes } from './notes/kept-notes.ts';
import { createOwnPage, type OwnPage } from './own-page.ts';
import { type StageView, stageView } from './stage-view.ts';

export interface ConsoleSession {
  client: SessionClient;
  stage: ReadonlySignal<StageView>;
  customer: ReadonlySignal<Participant | null>;
  customerOnline: ReadonlySignal<boolean>;
  waiting: ReadonlySignal<readonly Extract<Participant, { phase: 'lobby' }>[]>;
  shares: ReadonlySignal<PageShares | null>;
  link: ReadonlySignal<Link | null>;
  /** When each was heard of last. */
  alive: Alive;
  /** The customer's tabs that are shown; null while none is. */
  watched: ReadonlySignal<WatchedTabs | null>;
  /** Pictures and sound to and from the customer. */
  media: ReadonlySignal<Media | null>;
  /** Desktops and applications, both ways. */
  screens: ConsoleScreens;
  /** The drawing tools over what is in front; null: nothing is there to draw on. */
  drawing: Signal<DrawingTools | null>;
  /** Voice and video among all in the session. */
  call: OwnCall;
  chat: OwnChat;
  /** Texts that the site has prepared for the chat. */
  canned: ConsoleCanned;
  files: OwnFiles;
  notes: OwnNotes;
  /** Texts handed over between host and customer. */
  clipboard: Clipboard;
  /** What is still said when the session is over. */
  feedback: FeedbackApi;
  /** The session is over, and this host led it last. */
  isMineToRate: ReadonlySignal<boolean>;
  /** Addresses of the report of this session, and of all. */
  reports: { own: string; all: string; recordings: string };
  /** The mirror of the tab that is seen. */
  cobrowse: ReadonlySignal<HostCobrowse | null>;
  /** The host's own page, the other way round. */
  own: OwnPage;
  /** What the customer is asked for beside surfaces. */
  tools: AskedTools;
  /** What the customer has let be told of computer and page. */
  details: WatchedDetails;
  /** Whether it is recorded, and the host's part in that. */
  recording: HostRecording;
  /** The customer's folder. */
  folder: HostFolder;
  manager: OwnManager;
  /** Who leads the session. */
  lead: Lead;
  /** The site has switched on that hosts show pages of their own. */
  mayOffer: ReadonlySignal<boolean>;
  problem: ReadonlySignal<string | null>;
  admit(participantId: string): void;
  refuse(participantId: string): void;
  request(level: 'view' | 'control'): void;
  /** Control of the tab that is seen, in place of those that it was granted for. */
  requestControlHere(): void;
  withdraw(level: 'view' | 'control'): void;
  release(level: 'view' | 'control'): void;
  end(): void;
}

interface Deps {
  client: SessionClient;
  /** The relay's address. */
  relay: string;
  seat: Seat;
  site: Site;
  sharing: PageSharing;
  /** How the host wants screens sent. */
  quality: ReadonlySignal<ScreenQuality>;
  manager: OwnManager;
  callDevices: DeviceMemory;
  signal: AbortSignal;
}

/** One session at the host's: the shares asked for, the link to the customer, the mirror. */
export function createConsoleSession(deps: Deps): ConsoleSession {
  const { client, relay, seat, site, sharing, quality, manager, callDevices, signal: life } = deps;
  const me = seat.participantId;
  const feedback = createFeedbackApi(relay, seat.participantToken);
  const customer = computed(() => customerOf(client.state.value));
  const presentId = computed(() => (customer.value?.phase === 'present' ? customer.value.id : null));
  const ways = createWays({ client, other: presentId, initiator: true, peerToPeer: site.peerToPeer });
  const { link, media } = ways;
  const customerOnline = computed(() => customer.value !== null && client.online.value.has(customer.value.id));
  const shares = computed(() => pageShares(client.state.value, me));
  const isReached = computed(() => client.connection.value.phase === 'open');
  const stage = computed(() => stageView(client.state.value, me, client.online.value, isReached.value));
  const mirrored = computed(() => (stage.value.kind === 'mirror' ? stage.value.grantId : null));
  const mayControl = computed(() => shares.value?.control?.phase === 'on');
  const problem = signal<string | null>(null);

  const customerName = () => customer.peek()?.name ?? '';
  const words = {
    customerName,
    notice: (code: Notice['code']) => noticeText(code, customerName()),
    ask: () => t('notice.ask', { name: customerName() }),
  };

  const perform: SessionClient['perform'] = async (action, id) => {
    const result = await client.perform(action, id);
    problem.value = result.ok ? null : errorText(result.code);
    return result;
  };
  const tap = createPageTap();
  const watching = createWatching({
    link,
    grantId: mirrored,
    mayControl,
    ownerOnline: customerOnline,
    words,
    cache: createKeptCache(),
    tap,
    signal: life,
  });
  const { shown: watched, cobrowse } = watching;
  const own = createOwnPage({ client, sharing, other: presentId, link, perform, signal: life });
  const waiting = computed(() => waitingIn(client.state.value));
  const isAsked = computed(() => waiting.value.length > 0 || own.isAsked.value || isRung(client.state.value, me));
  const screens = createConsoleScreens({
    client,
    link,
    media,
    customer,
    quality,
    manager,
    isAsked,
    perform,
    signal: life,
  });
  const tools = createAskedTools(client, customer, perform);
  const book = createWayBook({
    client,
    usual: { other: presentId, link, media },
    peerToPeer: site.peerToPeer,
    signal: life,
  });
  life.addEventListener('abort', ways.end);
  const speaks = computed(() => client.connection.value.phase !== 'stopped');
  const call = createCall({
    client,
    book,
    speaks,
    memory: callDevices,
    isOwnHand: screens.control.isOwnHand,
    signal: life,
  });
  void createRecorder({
    client,
    relay,
    seat,
    watching,
    showing: own,
    tap,
    screens: screens.watched,
    call,
    speaks,
    signal: life,
  });
  const share = (level: 'view' | 'control') => shares.peek()?.[level] ?? null;
  function request(level: 'view' | 'control') {
    const now = shares.peek();
    if (now) void perform({ type: 'share.request', ref: now[`${level}Ref`], direction: 'request' });
  }
  async function release(level: 'view' | 'control') {
    const on = share(level);
    if (on?.phase === 'on') await perform({ type: 'share.end', ref: on.ref, grantId: on.grantId, reason: 'released' });
  }

  return {
    client,
    stage,
    customer,
    customerOnline,
    waiting,
    shares,
    link,
    alive: watchAlive({ online: client.online, other: presentId, link, signal: life }),
    watched,
    cobrowse,
    media,
    problem,
    drawing: signal(null),
    own,
    details: createWatchedDetails(link, life),
    tools,
    folder: createHostFolder({ link, tool: tools.of('files'), signal: life }),
    manager,
    lead: createLead(client, me, perform),
    chat: createChat({ client, keeper: keptDrafts(seat.sessionId, sessionStorage), signal: life }),
    canned: createCanned({ client, relay, seat, customer }),
    clipboard: createClipboard(link, life),
    files: createFiles({
      client,
      book,
      keeper: keptFiles(seat.sessionId, sessionStorage),
      disk: createFileDisk(seat.sessionId, life),
      isOwnHand: screens.control.isOwnHand,
      signal: life,
    }),
    notes: createNotes({
      client,
      keeper: keptNotes(seat.sessionId, sessionStorage),
      late: feedback.writeNote,
      signal: life,
    }),
    feedback,
    isMineToRate: computed(() => {
      const state = client.state.value;
      return state.phase === 'ended' && state.participants[me]?.role === 'lead';
    }),
    reports: {
      own: `${relay}/reports/${seat.sessionId}`,
      all: `${relay}/reports`,
      recordings: `${relay}/recordings?session=${seat.sessionId}`,
    },
    screens,
    call,
    recording: createHostRecording(client, perform, life),
    mayOffer: computed(() =>
      levels.some((level) => isOfferedTo(client.state.value, me, { surface: 'page', level, direction: 'share' })),
    ),
    admit: (participantId) => void perform({ type: 'participant.admit', participantId }),
    refuse: (participantId) => void perform({ type: 'participant.refuse', participantId }),
    request,
    requestControlHere: () => void release('control').then(() => request('control')),
    withdraw(level) {
      const asked = share(level);
      if (asked?.phase === 'requested') {
        void perform({ type: 'share.refuse', requestId: asked.requestId, reason: 'withdrawn' });
      }
    },
    release: (level) => void release(level),
    end: () => void perform({ type: 'session.end' }),
  };
}

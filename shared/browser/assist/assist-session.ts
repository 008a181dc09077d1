import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SystemReport } from '../../protocol/details.ts';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { Seat, Site } from '../../protocol/rest.ts';
import type { DeviceMemory } from '../call/chosen-devices.ts';
import { isRung } from '../call/call-view.ts';
import { createCall, type OwnCall } from '../call/create-call.ts';
import { type Clipboard, createClipboard } from '../clipboard/create-clipboard.ts';
import { createFeedbackApi, type FeedbackApi } from '../api/feedback-api.ts';
import { activityReport } from '../../report/activity-report.ts';
import type { ActivityReport } from '../../report/report-schema.ts';
import { collectSystem } from '../details/collect-system.ts';
import { createOwnDetails, type OwnDetails } from '../details/own-details.ts';
import { createChat, type OwnChat } from '../chat/create-chat.ts';
import { keptDrafts } from '../chat/kept-drafts.ts';
import { createFileDisk } from '../files/file-disk.ts';
import { createFiles, type OwnFiles } from '../files/create-files.ts';
import { keptFiles } from '../files/kept-files.ts';
import type { Link } from '../link/contract.ts';
import { createWays } from '../link/create-ways.ts';
import { turnedLink } from '../link/direction.ts';
import type { Media } from '../link/media.ts';
import type { SessionClient } from '../link/session-client.ts';
import { watchAlive } from '../link/watch-alive.ts';
import { createWayBook } from '../link/way-book.ts';
import type { OwnManager } from '../manager/own-manager.ts';
import { createScreenControl, type ScreenControl } from '../screen/control/screen-control.ts';
import { sendPatches } from '../screen/patches/send-patches.ts';
import { createScreenDrawings, type ScreenDrawings } from '../screen/drawing/screen-drawings.ts';
import { createOwnScreens, type OwnScreens } from '../screen/own-screens.ts';
import type { TabCapture } from '../screen/tab-capture.ts';
import { createWatchedScreens, type WatchedScreen } from '../screen/watched-screens.ts';
import { noticeText } from '../showing/notice-text.ts';
import { createOwnShowing, type OwnShowing } from '../showing/own-showing.ts';
import { createWatching, type Watching } from '../showing/watching.ts';
import { type MessageKey, t } from '../ui/i18n.ts';
import { type AssistView, assistView } from './assist-view.ts';
import { createOwnRecording, type OwnRecording } from './own-recording.ts';
import { createOwnFolder, type OwnFolder } from '../folder/own-folder.ts';
import { filePolicyOf } from '../../session/file.ts';
import { createNoteDeeds } from '../folder/note-deeds.ts';
import { createOwnTools, type OwnTools } from './own-tools.ts';
import { createOwnGrants, type GrantKeeper } from './own-grants.ts';
import type { PageSharing } from './page-sharing.ts';
import type { Question } from './question.ts';
import { screenEndsFor } from './screen-ends.ts';
import { pageViewers } from './shown.ts';
import { createViewerWindow, type ViewerWindow } from './viewer-window.tsx';

export interface AssistSession {
  view: ReadonlySignal<AssistView>;
  connected: ReadonlySignal<boolean>;
  link: ReadonlySignal<Link | null>;
  /** Pictures and sound to and from the host. */
  media: ReadonlySignal<Media | null>;
  /** Voice and video among all in the session. */
  call: OwnCall;
  chat: OwnChat;
  /** Texts handed over between customer and host. */
  clipboard: Clipboard;
  files: OwnFiles;
  /** What is still said when the session is over. */
  feedback: FeedbackApi;
  /** Of what this customer knows. Null: nothing, as it was never let in. */
  receipt(): ActivityReport | null;
  /** What the customer has allowed beside surfaces. */
  tools: OwnTools;
  /** Computer and page, told to the host. */
  details: OwnDetails;
  /** What would be told of this computer. */
  collectSystem(): Promise<SystemReport>;
  /** That all of it is recorded. */
  recording: OwnRecording;
  /** A folder that is open to the host. */
  folder: OwnFolder;
  /** At once, without a network too. */
  stopFolder(): void;
  manager: OwnManager;
  /** The customer's page that is shown to the host. */
  showing: OwnShowing;
  /** The host's page that is shown to the customer. */
  watching: Watching;
  /** The customer's desktop and applications that are shown to the host. */
  screens: OwnScreens;
  /** Hands on these, and on the host's. */
  screenControl: ScreenControl;
  /** The host's, that are shown to the customer. */
  watchedScreens: ReadonlySignal<readonly WatchedScreen[]>;
  /** What is drawn over screens, both ways. */
  screenDrawings: ScreenDrawings;
  /** Why screens are shown no more, for the customer to read. */
  screenEnds: ReadonlySignal<readonly MessageKey[]>;
  /** Where the customer sees them, unless the browser opened none. */
  viewer: ViewerWindow;
  /** Lets the host show what it offers. */
  accept(question: Question): void;
  deny(requestId: string): void;
  /** Gives back what the host shows. */
  release(level: 'view' | 'control'): void;
  releaseScreen(screen: WatchedScreen): void;
  releaseScreenControl(screen: WatchedScreen): void;
  end(): void;
  relayNow(): number;
  /** Since the host was heard of last; null: never. */
  silentMs(): number | null;
}

interface Deps {
  client: SessionClient;
  /** The relay's address. */
  relay: string;
  seat: Seat;
  sharing: PageSharing | null;
  site: Site;
  manager: OwnManager;
  callDevices: DeviceMemory;
  /** How a tab is shown without the browser's picker; null: not here. */
  tabs: TabCapture | null;
  signal: AbortSignal;
}

/** Where no page can be shown, nothing can be allowed. */
const nothingKept: GrantKeeper = { grants: () => Promise.resolve([]), keepGrants: () => Promise.resolve() };

/** One customer's session: what the window shows, the page share that follows the grants, and the host's page. */
export function createAssistSession(deps: Deps): AssistSession {
  const { client, relay, seat, sharing, site, manager, callDevices, tabs, signal: life } = deps;
  const me = seat.participantId;
  const own = createOwnGrants(sharing ?? nothingKept);
  /** The facts do not say who ended a session. */
  const endedHere = signal(false);
  const view = computed(() =>
    assistView({
      state: client.state.value,
      lobby: client.lobby.value,
      online: client.online.value,
      me,
      canShow: sharing !== null,
      granted: own.all.value ?? new Set(),
      endedHere: endedHere.value,
      stopped: client.connection.value.phase === 'stopped' ? client.connection.value.reason : null,
    }),
  );
  const shown = computed(() => (view.value.kind === 'open' ? view.value.shown : null));
  const watched = computed(() => (view.value.kind === 'open' ? view.value.watched : null));
  const hostId = computed(() => (view.value.kind === 'open' ? view.value.hostId : null));
  const ways = createWays({ client, other: hostId, initiator: false, peerToPeer: site.peerToPeer });
  const { link, media } = ways;
  const alive = watchAlive({ online: client.online, other: hostId, link, signal: life });

  const speaks = computed(() => view.value.kind === 'open');
  const book = createWayBook({
    client,
    usual: { other: hostId, link, media },
    peerToPeer: site.peerToPeer,
    signal: life,
  });
  // Those who have asked are waited for: once the customer allows it, the way is there.
  const viewers = book.to(computed(() => pageViewers(client.state.value, me)));
  const linkTo = (viewer: ParticipantId) => viewers.value.get(viewer)?.link ?? null;
  const tools = createOwnTools(client, me, sessionStorage);
  const details = createOwnDetails({ tools, link, signal: life });
  const { log } = details;
  const showing = createOwnShowing({ client, me, sharing, own, linkTo, shown, log, speaks, signal: life });
  const wanted = computed(() => media.value?.wantedQuality.value ?? null);
  const canControl = () => manager.client.peek() !== null;
  const ahead = signal<MediaStream | null>(null);
  const screens = createOwnScreens({ client, media, quality: wanted, ahead, speaks, canControl, tabs, signal: life });
  const folder = createOwnFolder({
    link,
    other: hostId,
    on: tools.on('files'),
    note: createNoteDeeds(client),
    policy: computed(() => filePolicyOf(client.state.value)),
    now: () => client.relayNow(),
    signal: life,
  });
  const stopFolder = () => {
    folder.close();
    tools.end('files');
  };
  const isAsked = computed(
    () =>
      tools.question.value !== null ||
      folder.doubts.now.value !== null ||
      screens.choosing.value !== null ||
      (view.value.kind === 'open' && view.value.question !== null) ||
      showing.isAsked.value ||
      isRung(client.state.value, me),
  );
  const screenControl = createScreenControl({
    link,
    other: hostId,
    manager,
    own: screens,
    quality: wanted,
    ahead,
    sendPatches,
    isAsked,
    tellsAbility: true,
    signal: life,
  });
  const hostName = () => watched.peek()?.ownerName ?? '';
  const watching = createWatching({
    link: computed(() => link.value && turnedLink(link.value)),
    grantId: computed(() => watched.value?.view.grantId ?? null),
    mayControl: computed(() => (watched.value?.control ?? null) !== null),
    ownerOnline: computed(() => view.value.kind === 'open' && view.value.hostOnline),
    words: {
      customerName: hostName,
      notice: (code) => noticeText(code, hostName(), 'customer'),
      ask: () => t('notice.ask', { name: hostName() }),
    },
    signal: life,
  });
  const watchedScreens = createWatchedScreens(client.state, me, media);
  const screenDrawings = createScreenDrawings({
    link,
    shown: computed(() => screens.shown.value.map(({ view: { grantId } }) => grantId)),
    watched: computed(() => watchedScreens.value.map(({ view: { grantId } }) => grantId)),
    signal: life,
  });
  const release = ({ ref, grantId }: WatchedScreen['view']) =>
    void client.perform({ type: 'share.end', ref, grantId, reason: 'released' });
  const releaseScreen = (screen: WatchedScreen) => release(screen.view);
  const releaseScreenControl = ({ control }: WatchedScreen) => {
    if (control) release(control);
  };
  const viewer = createViewerWindow({
    view,
    media,
    watchedScreens,
    hands: screenControl.hands,
    patches: screenControl.patches,
    screenDrawings,
    releaseScreen,
    releaseScreenControl,
  });
  const call = createCall({
    client,
    book,
    speaks,
    memory: callDevices,
    isOwnHand: screenControl.isOwnHand,
    signal: life,
  });
  life.addEventListener('abort', ways.end);

  return {
    view,
    connected: computed(() => client.connection.value.phase === 'open'),
    link,
    media,
    call,
    chat: createChat({ client, keeper: keptDrafts(seat.sessionId, sessionStorage), signal: life }),
    clipboard: createClipboard(link, life),
    files: createFiles({
      client,
      book,
      keeper: keptFiles(seat.sessionId, sessionStorage),
      disk: createFileDisk(seat.sessionId, life),
      isOwnHand: screenControl.isOwnHand,
      signal: life,
    }),
    feedback: createFeedbackApi(relay, seat.participantToken),
    receipt: () => activityReport(client.facts()),
    tools,
    details,
    async collectSystem() {
      const told = await manager.client.peek()?.system();
      const pageId = showing.seen.peek()?.page.peek()?.id;
      const zoom = pageId === undefined ? null : ((await sharing?.zoomOf?.(pageId)) ?? null);
      return collectSystem({ zoom, computer: told?.ok ? told.value : null, now: Date.now() });
    },
    recording: createOwnRecording(client, me),
    folder,
    stopFolder,
    manager,
    showing,
    watching,
    screens,
    screenControl,
    watchedScreens,
    screenDrawings,
    screenEnds: computed(() => (hostId.value ? screenEndsFor(client.state.value, me, hostId.value) : [])),
    viewer,
    accept({ requestId, surface }) {
      if (surface !== 'page') viewer.open();
      void client.perform({ type: 'share.accept', requestId });
    },
    deny(requestId) {
      void client.perform({ type: 'share.refuse', requestId, reason: 'denied' });
    },
    release(level) {
      const on = level === 'view' ? watched.peek()?.view : watched.peek()?.control;
      if (on) release(on);
    },
    releaseScreen,
    releaseScreenControl,
    end() {
      endedHere.value = true;
      showing.stop();
      screens.stopAll();
      stopFolder();
      void client.perform({ type: 'session.end' });
    },
    relayNow: () => client.relayNow(),
    silentMs: () => (hostId.value === null ? null : alive.silentMs(hostId.value)),
  };
}

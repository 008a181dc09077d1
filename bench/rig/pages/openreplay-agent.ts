import Tracker from '@openreplay/tracker/class';
import '../rig-state.ts';

/** OpenReplay's tracker by its defaults, sending to an ingest that takes everything. */
const tracker = new Tracker({
  projectKey: 'bench',
  ingestPoint: `${location.origin}/openreplay`,
  __DISABLE_SECURE_MODE: true,
});

window.rigStart = () => {
  const at = performance.timeOrigin + performance.now();
  void tracker.start().then(({ success }) => (document.title = success ? 'recorded' : 'not recorded'));
  return at;
};

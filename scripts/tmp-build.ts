import { buildAll } from '/tmp/wt/player/scripts/build/build-all.ts';
await buildAll({ out: '/tmp/wt/player/dist', only: ['pages'] });

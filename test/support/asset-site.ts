import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

export interface AssetSite {
  /** The page with one of everything; it sets a cookie that only its own site's requests carry. */
  url: string;
  /** A page of another site that names what belongs to that one. */
  hostileUrl: string;
  /** Requests for a path, and whether they came with the cookie. */
  asked(path: string): { cookie: boolean }[];
  close(): Promise<void>;
}

const font = readFileSync(fileURLToPath(new URL('../fixtures/assets/wide.ttf', import.meta.url)));

/** A PNG of one colour, or of noise, which nothing makes smaller. */
function png(width: number, height: number, colour: [number, number, number] | 'noise'): Buffer {
  const row = () =>
    Buffer.concat([
      Buffer.from([0]),
      colour === 'noise'
        ? randomBytes(width * 3)
        : Buffer.concat(Array.from({ length: width }, () => Buffer.from(colour))),
    ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), out.length - 4);
    return out;
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

interface Answer {
  type: string;
  body: string | Buffer;
  status?: number;
  headers?: Record<string, string>;
}

const noise = png(400, 300, 'noise');
const picture = (width: number, height = width): Answer => ({
  type: 'image/png',
  body: png(width, height, [200, 30, 90]),
});
/** Names its own as sheets do; the second face is one that no page needs. */
const outside = `#outside { color: rgb(1, 2, 3); background-image: url("nested.png?token=SECRET") }
  @font-face { font-family: 'Far'; src: url(far.ttf) }
  @font-face { font-family: 'Far'; src: url(unused.ttf); unicode-range: U+400-4FF }
  #far { font: 20px Far, monospace }`;
const refused: Answer = { type: 'text/plain', body: 'no', status: 403 };

/** Serves one of everything that a mirror cannot have by its address alone. `other`: where nothing may be read across origins. */
export async function startAssetSite(): Promise<AssetSite> {
  const asked: { path: string; cookie: boolean }[] = [];
  let base = { page: '', other: '', foreign: '' };

  const page = () => `<!doctype html><meta charset="utf-8"><title>Assets</title>
    <link rel="stylesheet" href="${base.other}/outside.css">
    <style>
      @font-face { font-family: Wide; src: url("${base.other}/wide.ttf") }
      #wide { font: 20px Wide, monospace }
      #background { background-image: url(/background.png?token=SECRET) }
      #never { background-image: url(${base.other}/never.png) }
    </style>
    <h1>One of everything</h1>
    <img id="strict" src="/strict.png?token=SECRET"><img id="public" src="${base.other}/open.png">
    <img id="session" src="${base.other}/session.png"><img id="drawing" src="/drawing.svg"><img id="noise" src="/noise.png">
    <img id="blob"><img id="data"><canvas id="canvas" width="30" height="20"></canvas>
    <p id="background">b</p><p id="outside">o</p><p><span id="wide">AAAA</span> <span id="far">AAAA</span></p>
    <script>
      const canvas = document.querySelector('#canvas'), context = canvas.getContext('2d');
      context.fillStyle = 'rgb(1, 200, 3)';
      context.fillRect(0, 0, 30, 20);
      const noise = new ImageData(70, 40);
      crypto.getRandomValues(noise.data);
      const other = Object.assign(document.createElement('canvas'), { width: 70, height: 40 });
      other.getContext('2d').putImageData(noise, 0, 0);
      document.querySelector('#data').src = other.toDataURL();
      canvas.toBlob((blob) => { document.querySelector('#blob').src = URL.createObjectURL(blob); });
    </script>`;
  const hostile = () => `<!doctype html><title>Hostile</title><h1>Look at these</h1>
    <img id="other" src="${base.page}/changing.png"><img id="statement" src="${base.page}/statement.png">
    <style>#never { background-image: url(${base.page}/never.png) }</style>`;

  function answer(path: string, cookie: boolean): Answer {
    switch (path) {
      case '/':
        return {
          type: 'text/html',
          body: page(),
          headers: { 'set-cookie': `own=1; Domain=shop.localhost; SameSite=Strict` },
        };
      case '/hostile':
        return { type: 'text/html', body: hostile() };
      case '/outside.css':
        return {
          type: 'text/css',
          body: outside,
        };
      case '/wide.ttf':
      case '/far.ttf':
        return { type: 'font/ttf', body: font, headers: { 'access-control-allow-origin': '*' } };
      case '/drawing.svg':
        return {
          type: 'image/svg+xml',
          body: '<svg xmlns="http://www.w3.org/2000/svg" width="33" height="22" onload="x()"><rect width="33" height="22"/></svg>',
        };
      case '/noise.png':
        return { type: 'image/png', body: noise, headers: { 'cache-control': 'max-age=600' } };
      case '/strict.png':
        return cookie ? picture(11) : refused;
      case '/session.png':
        return cookie ? picture(12) : refused;
      case '/statement.png':
        return cookie ? picture(13) : refused;
      // Without the cookie a picture all the same, only another.
      case '/changing.png':
        return picture(cookie ? 15 : 14);
      case '/open.png':
      case '/background.png':
      case '/nested.png':
      case '/never.png':
        return picture(16);
      default:
        return { type: 'text/plain', body: 'nothing', status: 404 };
    }
  }

  const server = createServer((request: IncomingMessage, response) => {
    const path = new URL(request.url ?? '/', 'http://fixture').pathname;
    const cookie = /(?:^|; )own=1(?:;|$)/.test(request.headers.cookie ?? '');
    asked.push({ path, cookie });
    const { type, body, status = 200, headers = {} } = answer(path, cookie);
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  base = {
    page: `http://shop.localhost:${port}`,
    other: `http://pictures.shop.localhost:${port}`,
    foreign: `http://127.0.0.1:${port}`,
  };
  return {
    url: `${base.page}/`,
    hostileUrl: `${base.foreign}/hostile`,
    asked: (path) => asked.filter((one) => one.path === path),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

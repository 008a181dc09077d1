import { describe, expect, test } from 'vitest';
import { addressRule } from '../../../shared/browser/cobrowse/assets/address-rule.ts';
import { decodeAsset, encodeAsset } from '../../../shared/browser/cobrowse/assets/asset-wire.ts';
import { rewriteCssAddresses } from '../../../shared/browser/cobrowse/assets/css-addresses.ts';
import { gatherPieces } from '../../../shared/browser/cobrowse/assets/gather-pieces.ts';
import { sniff } from '../../../shared/browser/cobrowse/assets/sniff.ts';
import { stripMetadata } from '../../../shared/browser/cobrowse/assets/strip-metadata.ts';

const open = 'https://shop.example';

describe('which addresses are fetched for a page', () => {
  test.each([
    ['https://cdn.example/a.png', open],
    ['http://93.184.216.34/a.png', open],
    ['http://[2606:2800:220:1::1]/a.png', open],
    ['http://10.0.0.5/a.png', 'http://192.168.1.1'],
    ['http://localhost:8080/a.png', 'http://127.0.0.1:3000'],
    ['https://cdn.example/a.png', 'http://localhost:3000'],
    ['http://intranet/a.png', 'http://wiki.corp'],
  ])('%s for %s is', (url, page) => {
    expect(addressRule(url, page)).toBeNull();
  });

  test.each([
    'http://localhost/a.png',
    'http://LOCALHOST./a.png',
    'http://app.localhost/a.png',
    'http://127.0.0.1/a.png',
    'http://127.1/a.png',
    'http://2130706433/a.png',
    'http://0x7f.0.0.1/a.png',
    'http://0.0.0.0/a.png',
    'http://10.1.2.3/a.png',
    'http://172.20.0.1/a.png',
    'http://192.168.0.1/a.png',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/a.png',
    'http://[::1]/a.png',
    'http://[::ffff:127.0.0.1]/a.png',
    'http://[64:ff9b::7f00:1]/a.png',
    'http://[fe80::1]/a.png',
    'http://[fd00::1]/a.png',
    'http://router/a.png',
    'http://printer.local/a.png',
    'http://nas.home.arpa/a.png',
  ])('a page of the open internet has nothing of %s', (url) => {
    expect(addressRule(url, open)).toBe('private-network');
  });

  test('a page in a private network has nothing of the machine itself', () => {
    expect(addressRule('http://localhost/a.png', 'http://192.168.1.1')).toBe('private-network');
  });

  test.each(['file:///etc/passwd', 'chrome-extension://abc/a.png', 'ftp://a.example/', 'https://u:p@a.example/', 'x'])(
    '%s is no address of a picture',
    (url) => {
      expect(addressRule(url, open)).toBe('unavailable');
    },
  );
});

describe('what bytes are', () => {
  const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

  test.each([
    ['\x89PNG\r\n\x1a\n....', 'image', 'image/png'],
    ['\xff\xd8\xff\xe0....', 'image', 'image/jpeg'],
    ['GIF89a....', 'image', 'image/gif'],
    ['RIFF....WEBPVP8 ', 'image', 'image/webp'],
    ['....ftypavif....', 'image', 'image/avif'],
    ['<?xml version="1.0"?><!-- a --><svg xmlns="x">', 'image', 'image/svg+xml'],
    ['  <svg>', 'image', 'image/svg+xml'],
    ['wOF2....', 'font', 'font/woff2'],
    ['\0\x01\0\0....', 'font', 'font/ttf'],
    ['a{color:red}', 'css', 'text/css'],
  ] as const)('%j as %s is %s', (text, kind, type) => {
    expect(sniff(bytes(text), kind)).toBe(type);
  });

  test.each([
    ['<!doctype html><svg>', 'image'],
    ['{"balance": 12}', 'image'],
    ['%PDF-1.7', 'image'],
    ['wOF2....', 'image'],
    ['GIF89a....', 'font'],
    ['\x89PNG\r\n\x1a\n....', 'css'],
    ['<svg>', 'css'],
  ] as const)('%j is no %s', (text, kind) => {
    expect(sniff(bytes(text), kind)).toBeNull();
  });
});

describe('addresses in style', () => {
  const seen: string[] = [];
  const name = (url: string, kind: string) => {
    seen.push(`${kind} ${url}`);
    return `asset:${seen.length}`;
  };

  test('each becomes the name of an asset, of a font within a face and of a picture elsewhere', () => {
    const css = `a { background: url(a.png?t=1) } @font-face { src: url('f.woff2') format("woff2") } b { mask: url("#m"), url("/b\\20 c.svg") }`;
    const made = rewriteCssAddresses(css, 'https://x.example/css/main.css', name);
    expect(made).toBe(
      `a { background: url("asset:1") } @font-face { src: url("asset:2") format("woff2") } b { mask: url("#m"), url("asset:3") }`,
    );
    expect(seen).toEqual([
      'image https://x.example/css/a.png?t=1',
      'font https://x.example/css/f.woff2',
      'image https://x.example/b%20c.svg',
    ]);
  });

  test('one that does not travel goes', () => {
    expect(rewriteCssAddresses('a{background:url(x)}', 'https://x.example/', () => null)).toBe('a{background:url("")}');
  });
});

test('a message is a line and its bytes, and none when the line is not one of ours', () => {
  const header = { type: 'asset.piece', hash: 'a'.repeat(64), at: 0, of: 3 } as const;
  const decoded = decodeAsset(encodeAsset(header, new Uint8Array([10, 1, 2])));
  expect(decoded?.header).toEqual(header);
  expect([...(decoded?.body ?? [])]).toEqual([10, 1, 2]);
  expect(decodeAsset(new TextEncoder().encode('{"type":"asset.piece","hash":"../x","at":0,"of":3}\n'))).toBeNull();
  expect(decodeAsset(new TextEncoder().encode(JSON.stringify(header)))).toBeNull();
});

test('pieces fit in order only, and never make more than was said', () => {
  const piece = (at: number, of: number, length: number) => ({ at, of, bytes: new Uint8Array(length) });
  const good = gatherPieces(5);
  expect(good.add(piece(0, 5, 2))).toBeNull();
  expect(good.add(piece(2, 5, 3))).toHaveLength(5);
  const anew = gatherPieces(5);
  expect([anew.add(piece(0, 5, 4)), anew.add(piece(0, 5, 2))]).toEqual([null, null]);
  expect(anew.add(piece(2, 5, 3))).toHaveLength(5);
  expect(gatherPieces(5).add(piece(1, 5, 2))).toBeUndefined();
  expect(gatherPieces(5).add(piece(0, 6, 2))).toBeUndefined();
  expect(gatherPieces(5).add(piece(0, 5, 6))).toBeUndefined();
  expect(gatherPieces(5).add(piece(0, 5, 0))).toBeUndefined();
});

describe('what a picture carries besides itself', () => {
  const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);
  const bytes = (...parts: (string | number[])[]) =>
    Uint8Array.from(
      parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : part)),
    );

  test('a photograph keeps which side is up, and nothing of where and when', () => {
    const exif = bytes(
      'Exif\0\0II*\0',
      [8, 0, 0, 0, 2, 0],
      [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
      [0x25, 0x88, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0],
      'GPS-SECRET',
    );
    const segment = (type: number, body: Uint8Array) =>
      bytes([0xff, type, (body.length + 2) >> 8, (body.length + 2) & 255], [...body]);
    const photo = bytes(
      [0xff, 0xd8],
      [...segment(0xe0, bytes('JFIF\0'))],
      [...segment(0xe1, exif)],
      [...segment(0xfe, bytes('SECRET comment'))],
      [...segment(0xe2, bytes('ICC_PROFILE'))],
      [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9],
    );
    const made = stripMetadata(photo, 'image/jpeg');
    expect(text(made)).not.toContain('SECRET');
    expect(text(made)).toContain('ICC_PROFILE');
    expect(text(made).endsWith('\xff\xda\0\x02\x01\x02\x03\xff\xd9')).toBe(true);
    expect(text(made)).toContain('Exif\0\0MM');
    expect(stripMetadata(made, 'image/jpeg')).toEqual(made);
  });

  test('a PNG and a WebP lose their texts', () => {
    const chunk = (type: string, body: string) => bytes([0, 0, 0, body.length], type, body, [1, 2, 3, 4]);
    const png = bytes(
      '\x89PNG\r\n\x1a\n',
      ...['IHDR', 'tEXt', 'eXIf', 'IDAT', 'IEND'].map((type) => [
        ...chunk(type, /IHDR|IDAT/.test(type) ? 'seen' : type === 'IEND' ? '' : 'SECRET'),
      ]),
      'SECRET behind',
    );
    expect(text(stripMetadata(png, 'image/png')).match(/seen/g)).toHaveLength(2);
    expect(text(stripMetadata(png, 'image/png')).match(/SECRET/g)).toBeNull();
    const riff = (type: string, body: string) => bytes(type, [body.length, 0, 0, 0], body);
    const webp = bytes(
      'RIFF\0\0\0\0WEBP',
      [...riff('VP8X', '\x0cabcdefghi')],
      [...riff('VP8 ', 'seen')],
      [...riff('EXIF', 'SECRET')],
    );
    const made = stripMetadata(webp, 'image/webp');
    expect(text(made)).not.toContain('SECRET');
    expect(made[4]).toBe(made.length - 8);
    expect(made[20]).toBe(0);
  });

  test('what is cut short stays as it is', () => {
    const short = bytes([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff], 'Exif');
    expect(stripMetadata(short, 'image/jpeg')).toBe(short);
  });
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer';
import { findTool } from './browsers.ts';

// Run by hand after a change of icon.svg: `npx node scripts/icons.ts`.
const folder = fileURLToPath(new URL('../extension/icons/', import.meta.url));
const svg = readFileSync(`${folder}icon.svg`, 'utf8');

const browser = await puppeteer.launch({ executablePath: findTool('chromium') ?? 'chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  await page.screenshot({ path: `${folder}${size}.png`, omitBackground: true });
}
await browser.close();

/**
 * Draws the pictures that other sites show with a link to the front page: static/og-nl.png and
 * static/og-en.png, 1200 x 630, from og-picture.svg and the words below. Run by hand after a change:
 * `node tools/og-picture.mjs`. A browser draws it, because the words need our own fonts.
 */
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from '../tests/support/browser.mjs';

const here = (path) => new URL(path, import.meta.url);
const words = {
  nl: {
    ...{ line1: 'In een week', line2: 'van vraag naar', line3: 'getest idee' },
    ...{ lead1: 'De kamer voor je design sprint.', lead2: 'Kijk rond zonder account.' },
    ...{ label: 'Wachten', labelWidth: 134 },
    ...{ a1: 'HKW laten zien', a2: 'waar de monteur', a3: 'nu is?' },
    ...{ b1: 'HKW een tijdvak', b2: 'van een uur', b3: 'waarmaken?' },
    ...{ c1: 'HKW eerder', c2: 'zeggen dat het', c3: 'uitloopt?' },
    ...{ d1: 'HKW de koffie', d2: 'van de klant', d3: 'verdienen?' },
  },
  en: {
    ...{ line1: 'From a question', line2: 'to a tested idea', line3: 'in one week' },
    ...{ lead1: 'The room for your design sprint.', lead2: 'Look around without an account.' },
    ...{ label: 'Waiting', labelWidth: 118 },
    ...{ a1: 'HMW show where', a2: 'the engineer is', a3: 'right now?' },
    ...{ b1: 'HMW keep a', b2: 'one-hour slot,', b3: 'every time?' },
    ...{ c1: 'HMW say', c2: 'sooner that', c3: 'we’re late?' },
    ...{ d1: 'HMW earn', d2: 'the cup of tea?', d3: '' },
  },
};

async function font(name, file) {
  const bytes = await readFile(here(`../node_modules/@fontsource-variable/${file}`));
  const source = `url(data:font/woff2;base64,${bytes.toString('base64')})`;
  return `@font-face { font-family: '${name}'; font-weight: 200 900; src: ${source}; }`;
}

const style = [
  await font('Title', 'bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2'),
  await font('Text', 'figtree/files/figtree-latin-wght-normal.woff2'),
  'body { margin: 0 } text { fill: #2b2218; font-family: Text }',
  '.title, .name, .label { font-family: Title; font-weight: 700; letter-spacing: -0.02em }',
  '.title { font-size: 74px } .name { font-size: 44px } .label { font-size: 28px }',
  '.lead { font-size: 26px; font-weight: 500; fill: #5c5146 }',
  '.note { font-size: 22px; font-weight: 550 } .hand { font-size: 20px; font-weight: 650; fill: #fff }',
].join('\n');

const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args });
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
const drawing = await readFile(here('og-picture.svg'), 'utf8');
for (const [language, said] of Object.entries(words)) {
  const svg = drawing.replaceAll(/\{\{(\w+)\}\}/g, (_, key) => String(said[key]));
  await page.setContent(`<style>${style}</style>${svg}`);
  await page.evaluate(() => document.fonts.ready);
  const shot = await page.screenshot();
  const file = here(`../static/og-${language}.png`).pathname;
  await sharp(shot).png({ palette: true, quality: 90, compressionLevel: 9 }).toFile(file);
}
await browser.close();

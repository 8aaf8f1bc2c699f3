import { expect, it } from 'vitest';
import { withLanguageFiles } from './language-files';

const page = `<link href="../_app/immutable/assets/0.css" rel="stylesheet">
<link rel="modulepreload" href="/_app/immutable/entry/app.js">
<script>Promise.all([import("./_app/immutable/entry/start.js")])</script>`;

it('lets who reads English fetch the files with English words, styles with them', () => {
  expect(withLanguageFiles(page, 'en')).toBe(page.replaceAll('immutable/', 'immutable/en/'));
});

it('lets the header that names files to fetch ahead name the same', () => {
  expect(withLanguageFiles('<./_app/immutable/entry/app.js>; rel="modulepreload"', 'en')).toBe(
    '<./_app/immutable/en/entry/app.js>; rel="modulepreload"',
  );
});

it('leaves a page in Dutch as it is', () => {
  expect(withLanguageFiles(page, 'nl')).toBe(page);
});

it('leaves what people typed as it is', () => {
  const typed = `<p>see _app/immutable/x</p><script>{title:"href=\\"/_app/immutable/x"}</script>`;
  expect(withLanguageFiles(typed, 'en')).toBe(typed);
});

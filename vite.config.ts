import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { compactMessages } from './server/dev/compact-messages.ts';
import { plainYjsLog } from './server/dev/plain-yjs-log.ts';
import { roomChunk } from './server/dev/room-chunk.ts';
import { sprintkamerServer } from './server/dev/vite-plugin.ts';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
    }),
    compactMessages(),
    plainYjsLog(),
    roomChunk(),
    sprintkamerServer(),
    sveltekit(),
  ],
  server: {
    port: Number(process.env.PORT || 5173),
    host: process.env.HOST || '127.0.0.1',
    // What the running server writes is no source.
    watch: { ignored: ['**/data/**', '**/build/**', '**/test-results/**'] },
  },
});

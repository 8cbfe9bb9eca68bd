import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

/** What changes seldom is kept apart from what we write, so a new version of the page leaves it in the browser's cache. */
const chunks = [
  {
    name: 'react',
    test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|openapi-fetch|i18next|react-i18next|wouter)[\\/]/,
  },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700, // kB: the charts, fetched by the screens that draw them
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 3000}` } },
});

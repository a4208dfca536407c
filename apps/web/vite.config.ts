// Builds the web from apps/web into apps/web/dist. Heavy parts (map, charts) are chunks of their own, loaded when shown.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.ZHENGHE_URL ?? 'http://127.0.0.1:7300';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900, reportCompressedSize: false, manifest: true },
  server: { port: 5180, proxy: { '/rpc': server, '/data': server } },
});

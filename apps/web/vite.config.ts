// Builds the web from apps/web into apps/web/dist. Heavy parts (map, charts) are chunks of their own, loaded when shown.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.ZHENGHE_URL ?? 'http://127.0.0.1:7300';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900, reportCompressedSize: false, manifest: true },
  // The server checks that a request comes from its own origin: the proxy hands on the browser's own Host.
  server: {
    port: 5180,
    proxy: Object.fromEntries(['/rpc', '/api', '/data'].map((path) => [path, { target: server, changeOrigin: false }])),
  },
});

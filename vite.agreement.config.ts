import { defineConfig } from 'vite';

/** `handslag/agreement`: the pure reader and checker as one module for other programs and for browsers. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    target: 'es2024',
    lib: { entry: { agreement: 'src/partnership/agreement/pure.ts' }, formats: ['es'] },
  },
});
